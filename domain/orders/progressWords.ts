import { before } from '../clock/shanghai'
import type { ProgressCounts } from './progress'

/** 23户反映，20户已定，6户已退，其余3户今晚9点前处理: the title of the card, without a name. A time that has passed is not promised again. */
export function progressWords({ reported, decided, refunded, unpaid, offered, waiting, until }: ProgressCounts, now: number): string {
  if (reported === 0) return '还没有人反映问题'
  if (decided === reported && unpaid === 0) return `${reported}户反映，都处理好了`
  const ahead = until.filter(u => u.at > now)
  // Over time, or without one: who has not been told what they are asked for.
  const over = waiting - ahead.reduce((sum, u) => sum + u.households, 0)
  const rest = decided + offered > 0 ? '其余' : ''
  return [
    `${reported}户反映`,
    decided === 0 ? '' : decided === reported ? '都定了' : `${decided}户已定`,
    refunded > 0 ? `${refunded}户已退` : '',
    // Said where it is not plain from the two before.
    unpaid > 0 && (refunded === 0 || decided === reported) ? `${unpaid}户等退款` : '',
    offered > 0 ? `${offered}户等邻居点头` : '',
    over > 0 ? `${over}户正在处理` : '',
    ...ahead.map(({ at, households }, i) => `${i === 0 ? rest : ''}${rest === '' && ahead.length === 1 && over === 0 ? '' : `${households}户`}${before(at, now)}${i === ahead.length - 1 ? '处理' : ''}`),
  ].filter(part => part !== '').join('，')
}
