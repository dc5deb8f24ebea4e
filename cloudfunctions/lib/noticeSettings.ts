import { usualSettings, type NoticeSettings, type NoticeSettingsDocument } from '../../domain/notice/settings'
import { _, db, findById, insertOnce, updateOne } from './database'
import { usualQuiet } from './rhythm'

/** What each of these people chose, or what is usual. One read, however many they are, up to a hundred. */
export async function settingsOf(people: readonly string[]): Promise<(personId: string) => NoticeSettings> {
  const { data } = await db.collection('noticeSettings').where({ _id: _.in([...people]) }).limit(Math.max(people.length, 1)).get()
  const known = new Map((data as NoticeSettingsDocument[]).map(s => [s._id, s]))
  const usual = usualSettings(usualQuiet())
  return personId => known.get(personId) ?? usual
}

export async function settingsOfOne(personId: string): Promise<NoticeSettings> {
  return await findById<NoticeSettingsDocument>('noticeSettings', personId) ?? usualSettings(usualQuiet())
}

/** The whole of it: what was chosen on another phone before is replaced. */
export async function saveSettings(personId: string, { quiet, choices }: NoticeSettings, now: number): Promise<void> {
  const document: NoticeSettingsDocument = { _id: personId, quiet, choices, savedAt: now }
  if (await insertOnce('noticeSettings', document)) return
  const { _id, ...whole } = document
  await updateOne('noticeSettings', { _id }, { ...whole, quiet: _.set(quiet), choices: _.set(choices) })
}
