import { _, db, insertOnce, updateOne } from '../lib/database'

/** A template that WeChat does not let us use. */
interface StoppedTemplate {
  /** WeChat's id of the template. */
  _id: string
  /** Then one message tries whether it is over. ms */
  until: number
  code: number
}

/** ms */
const FOR = 24 * 3600_000

/** WeChat's ids of the templates that are not to be used now. */
export async function stoppedTemplates(now: number): Promise<Set<string>> {
  const { data } = await db.collection('messageTemplates').where({ until: _.gt(now) }).limit(100).get()
  return new Set((data as StoppedTemplate[]).map(({ _id }) => _id))
}

export async function stopTemplate(templateId: string, code: number, now: number): Promise<void> {
  const stopped: StoppedTemplate = { _id: templateId, until: now + FOR, code }
  if (!(await insertOnce('messageTemplates', stopped))) await updateOne('messageTemplates', { _id: templateId }, { until: stopped.until, code })
}
