import { shanghai } from '../../domain/clock/shanghai'
import type { Notice } from '../../domain/notice/notice'
import { operatorsOf, type Desk } from '../../domain/people/desk'
import { db, MOST_DOCUMENTS } from './database'
import { tell } from './tell'

/**
 * Tells those who run this that something stands in the way, once a day for each `key`: everybody of the desks, and where there is none whoever `otherwise` names.
 * @returns how many are told
 */
export async function tellWhoRuns({ key, ...words }: { key: string } & Pick<Notice, 'title' | 'body'>, otherwise: () => Promise<string[]>, now: number): Promise<number> {
  const { data } = await db.collection('desks').limit(MOST_DOCUMENTS).get()
  const operators = [...new Set((data as Desk[]).flatMap(desk => operatorsOf(desk).map(o => o.personId)))]
  const [people, as] = operators.length > 0 ? [operators, 'operator' as const] : [await otherwise(), 'leader' as const]
  for (const personId of people) await tell({ _id: `alarm:${key}:${shanghai(now).format('YYYY-MM-DD')}:${personId}`, personId, as, ...words, page: 'pages/messages/index', at: now })
  return people.length
}
