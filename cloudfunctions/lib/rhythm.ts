import { GATHERED_FOR } from '../../domain/notice/bundles'
import { mayBeQuiet, USUAL_QUIET, type QuietHours } from '../../domain/notice/quietHours'

/** Longer, and a to-do would be told later than the next reminder of it. s */
const LONGEST = 1800

/**
 * Quiet hours of whoever did not choose: the deployment's `QUIET_HOURS`, as `22:00-8:00` or `none`, else the domain's.
 * @throws where the deployment says something that is no such time
 */
export function usualQuiet(said = process.env['QUIET_HOURS']): QuietHours | null {
  if (said === undefined) return USUAL_QUIET
  if (said === 'none') return null
  const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(said) ?? []
  const quiet = { from: Number(h1) * 60 + Number(m1), to: Number(h2) * 60 + Number(m2) }
  if (!mayBeQuiet(quiet)) throw new Error(`QUIET_HOURS is none or two times like 22:00-8:00, not ${JSON.stringify(said)}`)
  return quiet
}

/**
 * How long messages are gathered that come after one of their kind: the deployment's `GATHER_SECONDS`, else the domain's. ms
 * @throws where the deployment says something that is no such time
 */
export function gatheredFor(said = process.env['GATHER_SECONDS']): number {
  if (said === undefined) return GATHERED_FOR
  const seconds = Number(said)
  if (said === '' || !Number.isInteger(seconds) || seconds < 0 || seconds > LONGEST) throw new Error(`GATHER_SECONDS is a whole number from 0 to ${LONGEST}, not ${JSON.stringify(said)}`)
  return seconds * 1000
}
