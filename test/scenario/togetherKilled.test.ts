import { randomUUID } from 'node:crypto'
import type { CaseDocument } from '../../cloudfunctions/lib/cases'
import type { Answers, CallName, Input } from '../../domain/contract/calls'
import { importEstate, reportBad, type Estate } from './estate'
import { bind, COMMUNITY, moveIn, openHouse, type House, type Someone } from './openHouse'

/** Each round takes a second; `ROUNDS=300` for a long night. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 24)
const HOUSEHOLDS = 4

let house: House
let wang: Someone, chen: Someone
let estate: Estate
/** Ends api's process at its so-manyth request from now on, when the cloud has it already. */
let killAt = 0
beforeAll(async () => {
  house = await openHouse({ undoSeconds: 60, watchSdk: async () => { if (killAt > 0 && --killAt === 0) house.cloud.killFunction('api') } })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
  estate = await importEstate(house, chen, ROUNDS * HOUSEHOLDS, wang)
}, 120_000)
afterAll(() => house.close())

/** As the phone does: what did not answer is asked again, and nothing else. */
async function untilAnswered<C extends CallName>(who: Someone, call: C, input: Input<C>): Promise<Answers[C]> {
  for (let tried = 0; ; tried++) {
    try {
      return await who.call(call, input)
    } catch (error) {
      if (tried === 20) throw error
    }
  }
}

async function decideAll(input: Input<'decideTogether'>): Promise<Answers['decideTogether']> {
  let view = await untilAnswered(chen, 'decideTogether', input)
  for (; view.phase !== 'done'; view = await untilAnswered(chen, 'carryOn', { decisionId: input.decisionId })) {
    // Whoever died holds it for some seconds; nobody waits for them here.
    if (view.busy) await house.db.collection('jointDecisions').where({ _id: input.decisionId }).update({ busyUntil: 0 })
  }
  return view
}

test('the function dies at any of its requests, and somebody else decides the same cases: nobody twice, nobody forgotten', async () => {
  const batch = { groupBuyId: estate.groupBuyId, productId: estate.productId }
  let killed = 0
  for (let round = 0; round < ROUNDS; round++) {
    killAt = 0
    const cases = (await reportBad(wang, estate.lines.slice(round * HOUSEHOLDS, (round + 1) * HOUSEHOLDS))).map(({ caseId, seen }) => ({ caseId, seen }))
    const input = (): Input<'decideTogether'> => ({ decisionId: randomUUID(), communityId: COMMUNITY.communityId, step: { type: 'asAsked' }, cases, about: { ...batch, odd: [] } })
    killAt = 1 + (round % 24)
    const views = await Promise.all([decideAll(input()), ...(round % 2 === 0 ? [decideAll(input())] : [])])
    if (killAt <= 0) killed += 1
    const { data } = await house.db.collection('cases').where({ _id: house.db.command.in(cases.map(c => c.caseId)) }).limit(100).get() as { data: CaseDocument[] }
    expect(data.map(d => d.events.map(e => e.type))).toEqual(cases.map(() => ['Filed', 'Settled']))
    for (const view of views) expect(view.results.map(r => r.caseId).sort()).toEqual(cases.map(c => c.caseId).sort())
    const settled = views.flatMap(v => v.results.filter(r => r.outcome === 'settled').map(r => r.caseId))
    expect(settled.sort()).toEqual(cases.map(c => c.caseId).sort())
  }
  killAt = 0
  expect(killed).toBeGreaterThan(ROUNDS / 3)
  const { standing } = await chen.call('showIncident', batch)
  expect(standing).toEqual({ type: 'asAsked' })
}, 60_000 + ROUNDS * 5_000)
