import { refuse } from '../../domain/contract/refusal'
import { notToChoose, type NoticeSettings } from '../../domain/notice/settings'
import type { UseCase } from '../lib/door'
import { saveSettings } from '../lib/noticeSettings'

/** Keeps what the caller wants to be told about. It is the caller's own, so the last word counts; sent again it changes nothing. */
export const saveNoticeSettings: UseCase<'saveNoticeSettings'> = async (caller, input, now) => {
  const settings: NoticeSettings = structuredClone(input)
  const locked = notToChoose(settings)
  if (locked !== null) refuse(locked.kind === 'hazard' ? 'ALWAYS_TOLD' : 'NOT_TOLD_THAT', locked.kind === 'hazard' ? '有危险的提醒不能关，一定会告诉您' : '您收不到这类消息，不用设', `choices.${locked.as}.${locked.kind}`)
  await saveSettings(caller.personId, settings, now)
  return settings
}
