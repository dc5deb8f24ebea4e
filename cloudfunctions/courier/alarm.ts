import { shanghai } from '../../domain/clock/shanghai'
import type { Notice } from '../../domain/notice/notice'
import type { Community } from '../../domain/orders/order'
import { operatorsOf, type Desk } from '../../domain/people/desk'
import { leadersOf } from '../../domain/people/team'
import type { CaseDocument } from '../lib/cases'
import { db, findById, MOST_DOCUMENTS } from '../lib/database'
import { tell } from '../lib/tell'

/**
 * Tells those who run this what stands in the way of messages, once a day for each cause: everybody of the desks, and where there is none the leader whose
 * message it was. `about`: the template or the like that it is about.
 */
export async function alarm(code: number, about: string, says: string, notice: Notice, now: number): Promise<void> {
  const key = `alarm:${code}:${about}:${shanghai(now).format('YYYY-MM-DD')}`
  const { data } = await db.collection('desks').limit(MOST_DOCUMENTS).get()
  const operators = [...new Set((data as Desk[]).flatMap(desk => operatorsOf(desk).map(o => o.personId)))]
  const [people, as] = operators.length > 0 ? [operators, 'operator' as const] : [await leadersFor(notice), 'leader' as const]
  console.error(`WeChat ${code} about ${about}: ${people.length} told`)
  for (const personId of people) await tell({ _id: `${key}:${personId}`, personId, as, title: '微信消息发不出去', body: `${says}（${code}）`, page: 'pages/messages/index', at: now })
}

async function leadersFor({ caseId }: Notice): Promise<string[]> {
  const about = caseId === '' ? null : await findById<CaseDocument>('cases', caseId)
  const community = about && await findById<Community>('communities', about.communityId)
  return community ? leadersOf(community) : []
}
