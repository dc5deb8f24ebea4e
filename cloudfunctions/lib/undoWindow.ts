import { UNDO_WINDOW } from '../../domain/clock/policy'

/** Longer than a minute is no slip of the finger, and people would wait for a decision that was made. s */
const LONGEST = 60

/**
 * How long a decision may be taken back: the deployment's `UNDO_SECONDS`, else the domain's ten. ms
 * @throws where the deployment says something that is no such time: deciding without one would be worse
 */
export function undoWindow(said = process.env['UNDO_SECONDS']): number {
  if (said === undefined) return UNDO_WINDOW
  const seconds = Number(said)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST) throw new Error(`UNDO_SECONDS is a whole number from 1 to ${LONGEST}, not ${JSON.stringify(said)}`)
  return seconds * 1000
}
