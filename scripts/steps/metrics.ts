import type { Finished } from '@/lib/http/finished'
import { OperatorError } from '@/lib/operator-error'
import type { Settings } from '@/lib/settings'
import { atClose } from './closing'
import { isTaken } from './port'

/** Says at once when the port for metrics cannot be had. */
export async function claimMetricsPort({ METRICS_PORT, METRICS_HOST, PORT }: Settings): Promise<void> {
  if (METRICS_PORT === undefined) return
  if (METRICS_PORT === PORT)
    throw new OperatorError(`PORT and METRICS_PORT are both ${PORT}. Metrics need a port of their own.`)
  if (await isTaken(METRICS_PORT, METRICS_HOST, { port: 'METRICS_PORT', host: 'METRICS_HOST' }))
    throw metricsPortIsTaken(METRICS_PORT)
}

/** Serves metrics when METRICS_PORT is set. What it returns is to be told of every request that is over. */
export async function countRequests({ METRICS_PORT, METRICS_HOST }: Settings): Promise<(finished: Finished) => void> {
  if (METRICS_PORT === undefined) return () => {}
  const [{ openMetrics }, { serveMetrics }] = await Promise.all([
    import('@/lib/http/metrics'),
    import('@/lib/http/metrics-server'),
  ])
  const metrics = openMetrics()
  const server = await serveMetrics(metrics, METRICS_PORT, METRICS_HOST).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? metricsPortIsTaken(METRICS_PORT) : error
  })
  atClose(server.close)
  return metrics.count
}

const metricsPortIsTaken = (port: number) =>
  new OperatorError(
    `METRICS_PORT=${port} is taken by another program. Choose another, or leave it out and have no metrics.`,
  )
