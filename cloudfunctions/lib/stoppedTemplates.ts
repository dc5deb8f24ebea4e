import { _, db, insertOnce, updateOne } from './database'
import { page, type Beside } from './oneRequest'

/** A template that WeChat does not let us use. */
export interface StoppedTemplate {
  /** WeChat's id of the template. */
  _id: string
  /** Then one message tries whether it is over. ms */
  until: number
  code: number
}

/** Far more than there are. */
const MOST = 100

/** ms */
const FOR = 24 * 3600_000

/** WeChat's ids of the templates that are not to be used now. */
export async function stoppedTemplates(now: number): Promise<Set<string>> {
  const { data } = await db.collection('messageTemplates').where({ until: _.gt(now) }).limit(MOST).get()
  return idsOf(data as StoppedTemplate[])
}

/** The same, to be read beside something else; see `idsOf`. */
export function stoppedBeside(now: number): Beside<StoppedTemplate[]> {
  return page('messageTemplates', { until: _.gt(now) }, { limit: MOST })
}

export function idsOf(stopped: readonly StoppedTemplate[]): Set<string> {
  return new Set(stopped.map(({ _id }) => _id))
}

export async function stopTemplate(templateId: string, code: number, now: number): Promise<void> {
  const stopped: StoppedTemplate = { _id: templateId, until: now + FOR, code }
  if (!(await insertOnce('messageTemplates', stopped))) await updateOne('messageTemplates', { _id: templateId }, { until: stopped.until, code })
}
