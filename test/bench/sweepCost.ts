import { importEstate, reportBad } from '../scenario/estate'
import { act, bind, moveIn, openHouse, type House } from '../scenario/openHouse'
import type { Figure } from './figure'
import { SdkRequests } from './sdkRequests'

/** What one run of a timer's function asked of the cloud. `documents`: read by the database to answer it; `keys`: of its indexes. */
export interface Cost { requests: number; documents: number; keys: number }

/** One run of each when nothing is due, and one when so many cases are. `loaded`: how long the others took to import, s. */
export interface SweepCost { idle: { clock: Cost; courier: Cost }; due: { clock: Cost; courier: Cost }; loaded: number }

const HOUR = 3600_000
/** What becomes due in each measurement. */
const DUE = 10

/**
 * What a minute costs with ten cases due among so many: a neighbour was asked for a photo and did not answer, so that the clock puts the case aside and the
 * courier tells two people of each. Nobody has allowed messages: what WeChat pushes about those comes when it likes, and would be counted with it. The other
 * cases and their notices are as quiet as most are, with all that indexes look at.
 * @param cases how many there are besides
 */
export async function sweepCost(cases: number): Promise<SweepCost> {
  const requests = new SdkRequests()
  const house = await openHouse({ watchSdk: requests.watch })
  try {
    // First, while nobody is connected: for as long as it takes the cloud answers nobody.
    const { now } = await house.cloud.moveTime(untilTen(Date.now()))
    const begun = performance.now()
    house.cloud.importDocuments('cases', quietCases(cases, now))
    house.cloud.importDocuments('notices', quietNotices(cases, now))
    const loaded = (performance.now() - begun) / 1000
    await moveIn(house)
    await bind(house, 'wang', '7', '6027')
    const [wang, chen] = await Promise.all([house.as('wang'), house.as('chen')])
    const estate = await importEstate(house, chen, DUE, wang)
    for (const { caseId } of await reportBad(wang, estate.lines)) {
      await act(chen, caseId, 'leader', { type: 'askEvidence', missing: ['clearer'], words: '' })
      // From now on their time runs.
      await wang.call('showCase', { caseId, as: 'resident' })
    }
    const minute = async () => ({ clock: await costOf(house, requests, () => house.clock()), courier: await costOf(house, requests, () => house.courier()) })
    // What is learned once is known, and the questions are told to their people.
    await minute()
    const idle = await minute()
    await house.cloud.moveTime(49 * HOUR)
    const due = await minute()
    const { total } = await house.db.collection('cases').where({ groupBuyId: estate.groupBuyId, 'state.decision': 'lapsed' }).count()
    if (total !== DUE) throw new Error(`${total} of ${DUE} cases were put aside`)
    return { idle, due, loaded }
  } finally {
    await house.close()
  }
}

/** ms until ten in the morning in Shanghai: at night nobody is sent anything. */
function untilTen(now: number): number {
  return (34 * HOUR - (now + 8 * HOUR) % (24 * HOUR)) % (24 * HOUR)
}

async function costOf({ cloud }: House, requests: SdkRequests, work: () => Promise<unknown>): Promise<Cost> {
  const before = cloud.examined()
  const { actions } = await requests.during(work)
  const after = cloud.examined()
  return { requests: actions.length, documents: after.documents - before.documents, keys: after.keys - before.keys }
}

interface Quiet { holder: string; holderDueAt: number | null; open: boolean; movesUntil: number | null; state: object }

/** Cases of other communities as they are stored, less their histories: nobody opens them. All that an index looks at is there. */
function* quietCases(count: number, now: number): Generator<object> {
  const waiting: [Quiet, ...Quiet[]] = [
    { holder: 'leader', holderDueAt: now + 400 * HOUR, open: true, movesUntil: null, state: { decision: 'review' } },
    { holder: 'resident', holderDueAt: now + 400 * HOUR, open: true, movesUntil: null, state: { decision: 'offered' } },
    { holder: 'nobody', holderDueAt: null, open: false, movesUntil: now + 400 * HOUR, state: { decision: 'rejected' } },
    { holder: 'nobody', holderDueAt: null, open: false, movesUntil: null, state: { decision: 'agreed', money: 'paid' } },
    { holder: 'nobody', holderDueAt: null, open: false, movesUntil: null, state: { decision: 'agreed', money: 'confirmed' } },
  ]
  for (let i = 0; i < count; i++) {
    const [kind = waiting[0]] = waiting.slice(i % waiting.length)
    const { state, ...sought } = kind
    yield {
      _id: `quiet-${i}`, openKey: `quiet-${i}`, communityId: `community-${i % 2000}`, groupBuyId: `groupBuy-${i % 20_000}`, orderId: `order-${i}`, lineKey: `order-${i}:line`, residentId: `person-${i % 100_000}`,
      supplierId: `supplier-${i % 500}`, supplierDueAt: i % 3 === 0 ? now + 400 * HOUR : null, batchKey: i % waiting.length === 0 ? `groupBuy-${i % 20_000}:product` : null, ...sought, clockDueAt: sought.open ? now + 400 * HOUR : null,
      filedAt: now - i * 1000, updatedAt: now - i * 1000, noticesDueAt: null, noticed: 3, toTell: null, fewMayAct: false, effectiveAt: null, version: 3,
      state: { ...state, groupBuyId: `groupBuy-${i % 20_000}`, line: { productId: `product-${i % 50}` } },
    }
  }
}

/** A notice of each, told long ago. */
function* quietNotices(count: number, now: number): Generator<object> {
  for (let i = 0; i < count; i++) {
    yield {
      _id: `quiet-${i}:0:leader:person-${i % 2000}`, personId: `person-${i % 2000}`, as: 'leader', caseId: `quiet-${i}`, title: '有人报了一件事', body: '', page: '', at: now - i * 1000, readAt: null,
      template: 'toHandle', data: {}, copy: i % 3 === 0 ? 'sent' : 'none', copyAt: now - i * 1000, copyError: '', tries: 1, fallback: 'none',
    }
  }
}

/** As many as `npm run bench` holds against each other; `SWEEP_CASES=100000 npm run bench` for a smaller machine. */
const FEW = 1000
const MANY = Number(process.env['SWEEP_CASES'] ?? 1_000_000)

/** What a minute of clock and courier costs among many cases, beside what it costs among few. */
export async function sweepFigures(say: (line: string) => void): Promise<Figure[]> {
  const few = await sweepCost(FEW)
  say(`  among ${FEW.toLocaleString('en')}`)
  const many = await sweepCost(MANY)
  say(`  ${MANY.toLocaleString('en')} cases and as many notices were imported in ${Math.round(many.loaded)} s`)
  return (['idle', 'due'] as const).flatMap(when => (['clock', 'courier'] as const).flatMap(sweep => (['requests', 'documents'] as const).map((unit): Figure => ({
    name: `sweep.${sweep}.${when === 'due' ? `${DUE} due` : 'idle'}.${unit}`, value: many[when][sweep][unit], unit, yardstick: { value: few[when][sweep][unit], of: `among ${FEW.toLocaleString('en')} cases, here ${MANY.toLocaleString('en')}` },
  }))))
}
