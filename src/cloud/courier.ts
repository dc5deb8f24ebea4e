import { platform } from './platform'

/**
 * Asks the courier to tell people now rather than at its next minute. Nobody waits for it and nothing depends on it:
 * its own timer is the guarantee, so a failure here is only noted.
 */
export function pokeCourier(): void {
  platform.callFunction('courier', {}).catch((trouble: unknown) => console.warn('courier was not reached; its timer will do', trouble))
}

/** Two machines' clocks are not quite the same; asked a little early, the courier would leave it to its next minute. ms */
const CLOCKS_APART = 500

/** Asks the courier once a decision can no longer be taken back, whatever page is shown then. `left`: ms until that. */
export function pokeCourierIn(left: number): void {
  setTimeout(pokeCourier, left + CLOCKS_APART)
}
