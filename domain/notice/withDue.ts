import { clock, dueField } from './fields'
import type { Notice } from './notice'

/**
 * A notice that says until when, as that is now. Where nobody can say, it has the time at which it happened, for WeChat takes no message without a time, and
 * says nothing of it beside others that know theirs. @param dueAt ms
 */
export function withDue(notice: Notice, dueAt: number | null): Notice {
  const field = notice.template === null ? null : dueField(notice.template)
  return field === null ? notice : { ...notice, dueAt, data: { ...notice.data, [field]: clock(dueAt ?? notice.at) } }
}

/** The earliest time that any of them knows, in its field; nothing where their template has none. */
export function earliestDue(notices: readonly Notice[]): Record<string, string> {
  const [first] = notices
  const field = first?.template == null ? null : dueField(first.template)
  if (field === null) return {}
  const known = notices.filter(n => n.dueAt !== null)
  const [earliest] = (known.length > 0 ? known : notices).flatMap(n => n.data[field] ?? []).sort()
  return earliest === undefined ? {} : { [field]: earliest }
}
