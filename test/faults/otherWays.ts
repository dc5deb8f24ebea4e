import { randomUUID } from 'node:crypto'
import { KINDS_FOR } from '../../domain/notice/kinds'
import { COMMUNITY } from '../scenario/openHouse'
import type { KillableCloud } from './killableCloud'
import type { Load } from './load'
import type { OutsideServices } from './outsideServices'
import type { Phone } from './phone'

/** Whose an address outside is: `robot <key>`, `mail <mailbox>`, `sms <number>` → the way and whom it reaches. */
export type Addresses = Map<string, string>

/** Longer than one has to wait for a code after the one before. ms */
const CODE_GAP = 61_000

/** Who handles cases is reached by every way there is, about everything, at any hour: the groups' robots, a mailbox and a phone each. @returns whose what is */
export async function openOtherWays(load: Load, outside: OutsideServices): Promise<Addresses> {
  const { cloud, leader, suppliers, supplierId } = load
  const addresses = new Map<string, string>()
  const robot = async (who: Phone, place: { kind: 'community' | 'supplier'; id: string }) => {
    const key = randomUUID()
    await who.must('setRobot', { place, key })
    addresses.set(`robot ${key}`, `robot ${place.kind}:${place.id}`)
  }
  await robot(leader, { kind: 'community', id: COMMUNITY.communityId })
  if (suppliers[0]) await robot(suppliers[0], { kind: 'supplier', id: supplierId })
  for (const [i, who] of [leader, ...suppliers].entries()) {
    const [mailbox, number] = [`${who.id}@example.com`, `1380000000${i}`]
    for (const [way, address] of [['email', mailbox], ['sms', number]] as const) {
      if (!await confirm(cloud, who, way, address, outside, () => true)) throw new Error(`no code came to ${address}`)
    }
    addresses.set(`mail ${mailbox}`, `email ${who.personId}`).set(`sms +86${number}`, `sms ${who.personId}`)
    const all = Object.fromEntries(KINDS_FOR[who === leader ? 'leader' : 'supplier'].filter(kind => kind !== 'hazard').map(kind => [kind, { robot: true, email: true, sms: true }]))
    await who.must('saveNoticeSettings', { quiet: null, choices: { [who === leader ? 'leader' : 'supplier']: all } })
  }
  return addresses
}

/** As somebody does it, with the code that came. @param quiet whether nobody outside is in the middle of anything @returns false where they have no more codes today */
export async function confirm(cloud: KillableCloud, who: Phone, way: 'email' | 'sms', address: string, outside: OutsideServices, quiet: () => boolean): Promise<boolean> {
  await cloud.moveTimeBetween(CODE_GAP, quiet)
  const asked = await who.ask('askCode', { way, address })
  if (!asked.ok) {
    if (asked.refusal.code === 'TOO_MANY_TRIES') return false
    throw new Error(`a code to ${address}: ${asked.refusal.code}`)
  }
  const came = outside.taken().filter(d => d.to.endsWith(address)).at(-1)
  const code = /\d{6}/.exec(way === 'email' ? came?.title ?? '' : came?.text ?? '')?.[0]
  if (code === undefined) throw new Error(`no code came to ${address}`)
  await who.must('confirmCode', { way, code })
  return true
}
