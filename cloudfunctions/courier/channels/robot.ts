import { plainText, robotText } from '../../../domain/notice/fallback/robotText'
import { casesTold } from '../../../domain/notice/fallback/told'
import type { Community } from '../../../domain/orders/order'
import { findById, updateOne } from '../../lib/database'
import type { SupplierDocument } from '../../lib/supplier'
import { tell } from '../../lib/tell'
import { askRobot, BAD_WORDS } from './askRobot'
import type { Channel } from './channel'
import { takeRobotTurn, workingRobot } from './robots'

/** 企业微信群机器人: a group hears how many there are, of what, until when. */
export const robot: Channel = {
  async addressOf(to) {
    const found = await workingRobot(to)
    return found && { secret: found.key, name: await nameOf(to) }
  },
  turn: ({ secret }, now) => takeRobotTurn(secret, now),
  async send({ secret, name }, items, _batch, now) {
    const answer = await askRobot(secret, robotText(items, name, now), now)
    if (answer.taken || !BAD_WORDS.includes(answer.code)) return answer
    // Once more with words that nobody wrote; WeCom counts it.
    return await takeRobotTurn(secret, Date.now()) === null ? askRobot(secret, plainText(casesTold(items)), now) : answer
  },
  async lostAddress(to, { secret }, code, now) {
    const known = await workingRobot(to)
    // Another one may stand there by now.
    if (!known || known.key !== secret) return
    const says = { title: '群机器人用不了了', body: `企业微信说没有这个机器人（${code}），可能被移出了群。请重新填一个，或者去掉它`, page: pageOf(to), at: now }
    // Who may put another one there now: whoever did then may be gone.
    for (const personId of await keepersOf(to)) await tell({ _id: `robotGone:${to}:${known.setAt}:${personId}`, personId, as: to.startsWith('supplier:') ? 'supplier' : 'leader', ...says })
    // Told first: who dies in between leaves a robot that is found out about again, and nobody who does not know.
    await updateOne('robots', { _id: to, key: secret, goneAt: null }, { goneAt: now })
  },
}

async function keepersOf(place: string): Promise<string[]> {
  const [kind, id = ''] = place.split(':')
  if (kind === 'supplier') return (await findById<SupplierDocument>('suppliers', id))?.people ?? []
  const leaderId = (await findById<Community>('communities', id))?.leaderId
  return leaderId === undefined ? [] : [leaderId]
}

async function nameOf(place: string): Promise<string> {
  const [kind, id = ''] = place.split(':')
  return (kind === 'supplier' ? (await findById<SupplierDocument>('suppliers', id))?.name : (await findById<Community>('communities', id))?.name) ?? ''
}

/** Where it is set up. */
function pageOf(place: string): string {
  const [kind, id] = place.split(':')
  return `packages/channels/index?${kind}=${id}`
}
