import { platform } from './platform'

/**
 * Asks the courier to tell people now rather than at its next minute. Nobody waits for it and nothing depends on it:
 * its own timer is the guarantee, so a failure here is only noted.
 */
export function pokeCourier(): void {
  platform.callFunction('courier', {}).catch((trouble: unknown) => console.warn('courier was not reached; its timer will do', trouble))
}
