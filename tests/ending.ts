/**
 * Runs the work when this process is told to end, and `atLast`, which cannot wait, when it ends in any other way (a crash, a closed pipe):
 * no server of a test outlives it. Returns what takes both back.
 */
export function whenTerminated(work: () => Promise<void>, atLast: () => void = () => {}): () => void {
  const end = () => {
    void work().finally(() => process.exit(143))
  }
  process.once('SIGTERM', end)
  process.once('exit', atLast)
  return () => process.off('SIGTERM', end).off('exit', atLast)
}
