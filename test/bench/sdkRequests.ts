import { setTimeout as pass } from 'node:timers/promises'

interface Request { action: string; from: number; to: number }

/** What one piece of work asked of the cloud. */
export interface Asked {
  /** Requests of the SDK, by action. */
  actions: string[]
  /** How many of them stood one behind the other; the rest went at the same time. */
  waves: number
}

/** Counts the SDK's requests as they come in at the cloud. To be given as its `watchSdk`. */
export class SdkRequests {
  private seen: Request[] = []
  /**
   * Milliseconds that a request takes longer, as over a network. Without it a request may be answered before the one sent at the same moment
   * has arrived, and nobody could tell that neither waited for the other.
   */
  private distance = 0

  readonly watch = async (action: string): Promise<void> => {
    const request = { action, from: performance.now(), to: Infinity }
    this.seen.push(request)
    if (this.distance > 0) await pass(this.distance)
    request.to = performance.now()
  }

  /** Counts while the work is done; nothing else may use the cloud meanwhile. */
  async during(work: () => Promise<unknown>, distance = 0): Promise<Asked> {
    this.seen = []
    this.distance = distance
    try {
      await work()
      return { actions: this.seen.map(r => r.action), waves: longestChain(this.seen) }
    } finally {
      this.distance = 0
    }
  }
}

/** The most requests of which each began after the one before had ended. */
function longestChain(requests: readonly Request[]): number {
  let end = -Infinity
  let length = 0
  for (const request of [...requests].sort((a, b) => a.to - b.to)) {
    if (request.from < end) continue
    end = request.to
    length += 1
  }
  return length
}
