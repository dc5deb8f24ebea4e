import type { UseCase } from '../lib/door'
import { settingsOfOne } from '../lib/noticeSettings'

/** What the caller wants to be told about. */
export const showNoticeSettings: UseCase<'showNoticeSettings'> = async caller => asShown(await settingsOfOne(caller.personId))

/** Nothing of how it is kept. */
function asShown({ quiet, choices, email, phone }: Awaited<ReturnType<typeof settingsOfOne>>): Awaited<ReturnType<typeof settingsOfOne>> {
  return { quiet, choices, email, phone }
}
