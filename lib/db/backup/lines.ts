/** Reads a stream of bytes by lines: one as text, or many as they come, up to one that says the end. */
export class Lines {
  private readonly source: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** The next line without its end; null at the end of the stream. */
  async next(): Promise<string | null> {
    for (;;) {
      const end = this.rest.indexOf('\n')
      if (end >= 0) return this.take(end + 1).toString('utf8', 0, end)
      if (!(await this.more())) return null
    }
  }

  /** The bytes of whole lines, up to the line `end`, which is taken and not given. */
  async *until(end: string): AsyncGenerator<Buffer> {
    for (;;) {
      const found = this.rest.subarray(0, end.length).equals(Buffer.from(end)) ? 0 : this.rest.indexOf(`\n${end}`) + 1
      if (found > 0) yield this.take(found)
      if (this.rest.subarray(0, end.length).equals(Buffer.from(end))) {
        this.take(end.length)
        return
      }
      // The last line may be cut, and may be the beginning of the end: it stays.
      const whole = this.rest.lastIndexOf('\n') + 1
      if (whole > 0) yield this.take(whole)
      if (!(await this.more())) throw new Error(`The stream ended before ${JSON.stringify(end)}.`)
    }
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length)
    this.rest = this.rest.subarray(length)
    return taken
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.source.next()
    if (!done) this.rest = Buffer.concat([this.rest, value])
    return !done
  }
}
