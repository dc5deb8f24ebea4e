import type { CaseCard, CaseView } from '../../../domain/people/caseView'
import type { PromiseSeen } from '../../../domain/people/promisesSeen'
import { earlierCase, type EarlierCase } from '../../../domain/people/earlierCase'
import { samplePhoto } from './samplePhoto'

const HOUR = 3600_000
export const LINKS = { a: samplePhoto(5), b: samplePhoto(9) }

/** A box of strawberries as a leader meets it, told with times around `now`. */
export function sampleCard(now: number, over: Partial<CaseCard> = {}): CaseCard {
  const due = { clock: 'review' as const, party: 'leader' as const, from: now - HOUR, dueAt: now + 3 * HOUR }
  return {
    id: 'sample', as: 'leader', stage: 'waitingLeader', holder: 'leader', due, noDue: null, myDue: due, sooner: null,
    title: '【丹东99草莓】顺丰冷链', spec: '2斤/盒', groupBuyTitle: '11.21 周六果蔬团', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, quantity: 2,
    asked: 1260, amount: 0, remedy: null, agreedTo: null, late: false, channel: null, photo: 'a', filedAt: now - HOUR, buyer: '王阿姨', joinNumber: '15', recovery: null, bundle: null, ...over,
  }
}

/** Of each kind one: what runs, what is late, what stands still and why, what was kept and what was not. */
export function samplePromises(now: number): PromiseSeen[] {
  const promise = (over: Partial<PromiseSeen> & Pick<PromiseSeen, 'clock' | 'party'>): PromiseSeen => ({ standing: 'running', from: now - 5 * HOUR, dueAt: now + 3 * HOUR, pausedBy: null, late: 0, endedAt: null, escalates: null, ...over })
  return [
    promise({ clock: 'respond', party: 'leader', standing: 'kept', dueAt: now - 4 * HOUR, endedAt: now - 4.5 * HOUR }),
    promise({ clock: 'supplierFirst', party: 'supplier', standing: 'broken', dueAt: now - 4 * HOUR, endedAt: now - HOUR, late: 3 * HOUR }),
    promise({ clock: 'review', party: 'leader', standing: 'late', dueAt: now - 2 * HOUR, late: 2 * HOUR, escalates: { at: now + HOUR, takes: true } }),
    promise({ clock: 'update', party: 'leader' }),
    promise({ clock: 'evidence', party: 'resident', standing: 'paused', dueAt: null, pausedBy: 'notTold' }),
    promise({ clock: 'resolve', party: 'leader', standing: 'paused', dueAt: null, pausedBy: 'investigation' }),
  ]
}

/** The same opened, with its story. */
export function sampleView(now: number): CaseView {
  const { buyer: _buyer, joinNumber: _joinNumber, photo: _photo, recovery: _recovery, sooner: _sooner, bundle: _bundle, ...shared } = sampleCard(now)
  return {
    ...shared, promises: samplePromises(now), byHousehold: false, silence: null, putAside: null, closed: false, supplierGone: false, limit: null, bound: true, takesEffect: null, version: 3, mayDo: ['settle', 'forward', 'offer', 'reject'], arrivedAt: now - 3 * HOUR, class: 'quality', wish: { kind: 'refund', amount: 1260 }, words: '一打开就是烂的，下面一层都是水',
    photos: ['a', 'b'], voices: [{ id: 'v', seconds: 12 }], videos: [{ id: 'm', seconds: 9 }], decision: 'review', money: 'none', offer: null, evidenceAsked: null, rejection: null, counter: null, countersLeft: 3, appealUntil: null, reopenUntil: null, appeal: null, goods: null, freight: 0, compensation: 0, refundTrouble: null, investigation: null, plan: null, rating: null, expeditedAt: null, liability: null, recoverFrom: 'supplier', follows: null, desk: true,
    logistics: null, about: null, unseenByNamed: false, excluded: false, needsAnother: false, hasSupplier: true, recovery: null,
    household: { buyer: '王阿姨', joinNumber: '15', room: '9号楼1504室', pickupPoint: '南门自提柜' }, line: { paid: 2520, left: 1260 },
    story: [
      { at: now - HOUR / 2, says: '供货商觉得不该自己承担', detail: '发货前都拍过照，箱子是干的', photos: [] },
      { at: now - HOUR, says: '团长请供货商先看看', detail: '', photos: [] },
      { at: now - 2 * HOUR, says: '王阿姨反映：坏了、烂了', detail: '一打开就是烂的，下面一层都是水', photos: ['a', 'b'] },
    ],
  }
}

/** What was dismissed before. */
export function sampleEarlier(now: number): EarlierCase {
  return earlierCase({
    ...sampleView(now - 30 * HOUR),
    rejection: { criterion: 'kept', says: '取回去以后没放好', words: '到的时候是好的，下次请尽快取', at: now - 28 * HOUR, by: 'leader', byName: '陈姐' },
    appeal: { grounds: '当天就拍了照片', photos: [], at: now - 20 * HOUR, decision: { uphold: false, words: '照片上看不出是哪一天的' } },
  })
}
