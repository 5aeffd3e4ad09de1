/** What one writer wrote, and when each write began and was answered. */
export class History<T> {
  private readonly writes: { value: T; end: number }[]

  constructor(initial: T) {
    this.writes = [{ value: initial, end: -Infinity }]
  }

  /** One at a time. */
  async write(value: T, write: () => Promise<unknown>): Promise<void> {
    const entry = { value, end: Infinity }
    this.writes.push(entry)
    await write()
    entry.end = performance.now()
  }

  /**
   * What a read that began at `from` and ends now may see: the last value that
   * was answered before it, and whatever was being written meanwhile.
   */
  allowedSince(from: number): T[] {
    const before = this.writes.filter(({ end }) => end < from)
    return [
      ...before.slice(-1),
      ...this.writes.filter(({ end }) => end >= from),
    ].map(({ value }) => value)
  }
}
