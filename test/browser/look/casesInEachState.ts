import { randomUUID } from 'node:crypto'
import type { Party } from '../../../domain/case/case'
import type { Input } from '../../../domain/contract/calls'
import { signIn, type CloudClient } from '../../../stage/cloudClient'

/** A case that stands in one state, and who of the demo is in it. */
export interface Standing {
  state: string
  id: string
  resident: 'wang' | 'lin'
  /** Null where nobody of the demo acts for who supplied it. */
  supplier: 'laoli' | 'xiaozhou' | null
}

type Act = Input<'actOnCase'>['command']
interface Step { by: Extract<Party, 'resident' | 'leader' | 'supplier'>; does: (photos: string[]) => Act }
const by = (party: Step['by'], does: Act): Step => ({ by: party, does: () => does })

const settle: Step = by('leader', { type: 'settle' })
const pay: Step = by('leader', { type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
const forward: Step = by('leader', { type: 'forward', words: '好几家都这样，请您看看照片' })

/** What is done to one after the other; what ends gives its line free for the next, so those come first; a refusal may still be looked at again and does not. */
const STORIES: readonly { state: string; resident: Standing['resident']; title: string; supplier: Standing['supplier']; nothing?: boolean; steps: readonly Step[] }[] = [
  { state: 'withdrawn', resident: 'wang', title: '脐橙', supplier: 'laoli', steps: [by('resident', { type: 'withdraw', words: '看错了，是昨天买的那箱' })] },
  { state: 'agreedNoMoney', resident: 'lin', title: '番茄', supplier: 'xiaozhou', nothing: true, steps: [by('leader', { type: 'settle' })] },
  { state: 'rejected', resident: 'lin', title: '可颂', supplier: null, steps: [by('leader', { type: 'reject', criterion: 'notShown', words: '照片里的可颂看着是好的，方便的话再拍一张', review: 'photos' })] },
  { state: 'refunded', resident: 'wang', title: '脐橙', supplier: 'laoli', steps: [settle, pay] },
  { state: 'refunded-admitted', resident: 'wang', title: '草莓', supplier: 'laoli', steps: [settle, pay, by('supplier', { type: 'admitRecovery', words: '' })] },
  { state: 'refunded-disputed', resident: 'lin', title: '草莓', supplier: 'laoli', steps: [settle, pay, { by: 'supplier', does: photos => ({ type: 'disputeRecovery', reason: 'keptWarm', words: '到货后没有冷藏，放了一夜', photos }) }] },
  { state: 'supplier-disputed', resident: 'lin', title: '番茄', supplier: 'xiaozhou', steps: [forward, { by: 'supplier', does: photos => ({ type: 'disputeAsAsked', reason: 'keptWarm', words: '发货前都拍过照', photos }) }] },
  { state: 'waitingLeader', resident: 'wang', title: '草莓', supplier: 'laoli', steps: [] },
  { state: 'waitingSupplier', resident: 'lin', title: '草莓', supplier: 'laoli', steps: [forward] },
  { state: 'offered', resident: 'wang', title: '脐橙', supplier: 'laoli', steps: [by('leader', { type: 'offer', options: [{ remedy: 'refund', refund: 120 }, { remedy: 'refund', refund: 80 }], words: '好的您先吃，坏的我来退，您挑一个' })] },
  { state: 'refunding', resident: 'wang', title: '上海青', supplier: 'xiaozhou', steps: [settle] },
]

/** Brings one case into each state by the calls that people's phones make. `photo` draws a picture of those goods; no two may be alike. */
export async function casesInEachState(url: string, photo: (title: string) => Promise<Buffer>): Promise<Standing[]> {
  const people = new Map<string, CloudClient>()
  const as = async (id: string) => {
    const known = people.get(id) ?? await signIn(url, id)
    people.set(id, known)
    return known
  }
  const upload = async (who: CloudClient, title: string) => {
    const { uploadPrefix } = await who.call('whoAmI', {})
    return (await who.call('addPhoto', { fileId: await who.upload(`${uploadPrefix}${randomUUID()}.jpg`, await photo(title)) })).photoId
  }
  const standing: Standing[] = []
  for (const { state, resident, title, supplier, nothing = false, steps } of STORIES) {
    const id = await file(await as(resident), title, nothing, upload)
    for (const { by: party, does } of steps) {
      const who = await as({ resident, leader: 'chen', supplier: supplier ?? '' }[party])
      const command = does(party === 'supplier' ? [await upload(who, title)] : [])
      const { view } = await who.call('showCase', { caseId: id, as: party })
      await who.call('actOnCase', { caseId: id, commandId: randomUUID(), seen: view.version, as: party, command })
      if (party !== 'resident') await whenEffective(who, id, party)
    }
    standing.push({ state, id, resident, supplier })
  }
  await (await as('chen')).pokeCourier()
  return standing
}

/** Asks until what this person decided can no longer be taken back: before that it has happened for nobody else. */
export async function whenEffective(who: CloudClient, caseId: string, as: 'leader' | 'supplier' | 'operator'): Promise<void> {
  while ((await who.call('showCase', { caseId, as })).view.takesEffect !== null) continue
}

/** Files about a little of a line, so that enough is left for the next who files about it. */
async function file(who: CloudClient, title: string, nothing: boolean, upload: (who: CloudClient, title: string) => Promise<string>): Promise<string> {
  const { bought } = await who.call('residentHome', {})
  const line = bought.flatMap(groupBuy => groupBuy.lines).find(one => one.title.includes(title))
  if (!line) throw new Error(`the demo has no ${title} for this person`)
  const caseId = randomUUID()
  await who.call('fileCase', {
    caseId, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 30 },
    wish: nothing ? { kind: 'none' } : { kind: 'refund', amount: 150 }, photos: [await upload(who, title), await upload(who, title)], words: '一打开就是烂的，下面一层都是水',
  })
  return caseId
}
