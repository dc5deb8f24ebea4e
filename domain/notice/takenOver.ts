import { fallbackMark } from './fallback/fallback'
import { FIELDS, fieldsOf } from './fields'
import { fitField } from './limits'
import type { Notice } from './notice'
import { LIST_PAGES } from './pages'
import { withDue } from './withDue'

/** What waits for somebody in a community that is theirs from now on: how many cases, and until when the first is to be done (ms; null where nobody can say). */
export interface Waits { total: number; dueAt: number | null }

/**
 * To whoever leads a community from now on: how much waits for them there. What was told to the one before is no message of theirs.
 * @param takenBy what they took it over by: one handing over is told once
 */
export function takenOver({ communityId, name, takenBy }: { communityId: string; name: string; takenBy: string }, personId: string, { total, dueAt }: Waits, at: number): Notice {
  const title = saying(total)
  return {
    _id: `takenOver:${communityId}:${takenBy}:${personId}`, personId, as: 'leader', caseId: '', title, body: `「${name}」从现在起归您管，前面还没办完的也归您`,
    page: `${LIST_PAGES.leader}?community=${communityId}`, at, readAt: null, kind: 'toHandle', template: 'toHandle',
    data: fieldsOf('toHandle', { goods: '', number: String(total), title, status: '待处理', next: title, amount: null, at, due: dueAt }), copy: 'due', copyAt: at, copyError: '', tries: 0, ...fallbackMark('leader'),
  }
}

/** Which community was taken over, by the notice's id; null where it tells something else. */
export function takenOverIn(noticeId: string): string | null {
  return /^takenOver:([^:]+):[^:]+:[^:]+$/.exec(noticeId)?.[1] ?? null
}

/** One that waited, with as many as there are now. */
export function takenOverNow(notice: Notice, { total, dueAt }: Waits): Notice {
  const title = saying(total)
  const changed = Object.entries(FIELDS.toHandle).flatMap(([field, meaning]): [string, string][] => (meaning === 'title' ? [[field, fitField(field, title)]] : meaning === 'number' ? [[field, fitField(field, String(total))]] : []))
  return withDue({ ...notice, title, data: { ...notice.data, ...Object.fromEntries(changed) } }, dueAt)
}

function saying(total: number): string {
  return `您接手了，有 ${total} 件等您处理`
}
