import type { CloudHandlers } from './host/phone/cloud'
import type { Host } from './host/launch-host'

/** A call of the contract, or an upload. */
type Trip = string

/** The signal between a phone and the cloud, cut where a test says: before a trip gets through, or on its answer's way back. */
export class Signal {
  /** How often each trip reached the cloud. */
  readonly reached: Trip[] = []
  private before: ((trip: Trip) => boolean) = () => false
  private after: ((trip: Trip) => boolean) = () => false

  constructor(private readonly cloud: Required<Pick<CloudHandlers, 'callFunction' | 'uploadFile'>>) {}

  /** To be handed to the phone. */
  get handlers(): CloudHandlers {
    return {
      callFunction: call => this.travel((call.data as { call?: string }).call ?? call.name, () => this.cloud.callFunction(call)),
      uploadFile: file => this.travel('upload', async () => this.cloud.uploadFile(file)),
    }
  }

  /** From this trip on nothing gets through any more. */
  cutFrom(trip: Trip): void {
    let cut = false
    this.before = one => (cut ||= one === trip)
  }

  /** This trip arrives, but its answer does not, and nothing after it. */
  loseAnswerOf(trip: Trip): void {
    let cut = false
    this.before = () => cut
    this.after = one => (cut ||= one === trip)
  }

  /** Nothing gets through, and the phone knows. */
  async gone(phone: Host): Promise<void> {
    this.before = () => true
    await phone.setNetwork('none')
  }

  restore(): void {
    this.before = () => false
    this.after = () => false
  }

  private async travel<T>(trip: Trip, go: () => T | Promise<T>): Promise<T> {
    if (this.before(trip)) throw new Error(`request:fail no signal for ${trip}`)
    const answer = await go()
    this.reached.push(trip)
    if (this.after(trip)) throw new Error(`request:fail the answer of ${trip} was lost`)
    return answer
  }
}
