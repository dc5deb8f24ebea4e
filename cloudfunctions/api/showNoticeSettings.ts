import type { UseCase } from '../lib/door'
import { settingsOfOne } from '../lib/noticeSettings'

/** What the caller wants to be told about. */
export const showNoticeSettings: UseCase<'showNoticeSettings'> = async caller => {
  const { quiet, choices } = await settingsOfOne(caller.personId)
  return { quiet, choices }
}
