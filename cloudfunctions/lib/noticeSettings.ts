import { quietUntil } from '../../domain/notice/quietUntil'
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

/** Whether these are the quiet hours of whoever did not choose: what somebody chose stands, whatever hours their community keeps. */
export function hasUsualQuiet({ quiet }: NoticeSettings): boolean {
  const usual = usualQuiet()
  return quiet?.from === usual?.from && quiet?.to === usual?.to
}

/** The whole of it: what was chosen on another phone before is replaced. What waits for the end of quiet hours waits for their new end. */
export async function saveSettings(personId: string, settings: NoticeSettings, now: number): Promise<void> {
  const waitedUntil = quietUntil(now, (await settingsOfOne(personId)).quiet)
  await save(personId, settings, now)
  const waitsUntil = quietUntil(now, settings.quiet) ?? now
  if (waitedUntil === null || waitsUntil === waitedUntil) return
  // What waits for the hours of a community goes sooner than their end; it is looked at again when its turn comes.
  const waited = waitsUntil < waitedUntil ? _.and([_.gt(waitsUntil), _.lte(waitedUntil)]) : waitedUntil
  await Promise.all([
    db.collection('notices').where({ personId, copy: 'due', copyAt: waited }).update({ copyAt: waitsUntil }),
    // What stands in for a message of theirs goes to a group as well; every notice's id has the person's.
    db.collection('fallbacks').where({ state: 'due', at: waited, noticeId: db.RegExp({ regexp: `:${personId}(:|$)` }) }).update({ at: waitsUntil }),
  ])
}

async function save(personId: string, { quiet, choices }: NoticeSettings, now: number): Promise<void> {
  const document: NoticeSettingsDocument = { _id: personId, quiet, choices, savedAt: now }
  if (await insertOnce('noticeSettings', document)) return
  const { _id, ...whole } = document
  await updateOne('noticeSettings', { _id }, { ...whole, quiet: _.set(quiet), choices: _.set(choices) })
}
