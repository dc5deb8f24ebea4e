/** Some hundred letters each: half a megabyte in a process at most. */
const MOST_KEPT = 1000

/**
 * Links that were made not long ago, so that the next who may see the same file needs no request for one. Whether somebody may is decided before
 * anybody asks here, every time anew; a link says nothing about who it was made for, and was never bound to one person.
 */
export class KeptLinks {
  /** In the order of their last use. */
  private readonly kept = new Map<string, { url: string; until: number }>()

  /**
   * @param linksTo makes links that work for `lifetime` from when it is called on; what is gone has none
   * @param lifetime how long a link works, ms
   * @param again how long after it was made a link is given to others too, ms; whoever gets one has `lifetime - again` at least
   */
  constructor(
    private readonly linksTo: (fileIds: readonly string[]) => Promise<ReadonlyMap<string, string>>,
    readonly lifetime: number,
    private readonly again: number,
    private readonly clock: () => number = Date.now,
    private readonly most = MOST_KEPT,
  ) {}

  /** A link to each file that is there, by file id. One request for those that are not kept, none where all are. */
  async get(fileIds: readonly string[]): Promise<Map<string, string>> {
    // By the time before it was asked for: the service's own begins later.
    const now = this.clock()
    const links = new Map<string, string>()
    for (const fileId of new Set(fileIds)) {
      const kept = this.kept.get(fileId)
      if (!kept) continue
      this.kept.delete(fileId)
      if (kept.until <= now) continue
      this.kept.set(fileId, kept)
      links.set(fileId, kept.url)
    }
    const missing = [...new Set(fileIds)].filter(fileId => !links.has(fileId))
    if (missing.length === 0) return links
    for (const [fileId, url] of await this.linksTo(missing)) {
      links.set(fileId, url)
      this.kept.set(fileId, { url, until: now + this.again })
    }
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break
      this.kept.delete(oldest)
    }
    return links
  }

  /** Until when every link given at this moment works at least. ms */
  until(now: number): number {
    return now + this.lifetime - this.again
  }
}
