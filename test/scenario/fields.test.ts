import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CaseView } from '../../domain/people/caseView'
import { CallRefused } from '../../stage/cloudClient'
import { COMMUNITY, ROOT } from './openHouse'
import { fieldsDocument, SECRET, tellingCases, viewsByRules, type Views } from './tables/fieldTable'
import { EVERY_WHO, type Who } from './tables/people'
import { atATime, openPeopledHouse, putCases, type PeopledHouse } from './tables/realHouse'
import { stateCases, type StateName } from './tables/states'

test('the written table is what the rules give; `npm run permissions` writes it anew', async () => {
  expect(await readFile(path.join(ROOT, 'docs/fields.md'), 'utf8')).toBe(fieldsDocument())
})

describe('through the real showCase and the real lists', () => {
  const states = Object.keys(stateCases()) as StateName[]
  let place: PeopledHouse
  /** All that each person was ever answered about a case, as bytes. */
  const answered = new Map<Who, string>()
  let views: Views
  beforeAll(async () => {
    place = await openPeopledHouse()
    const documents = await putCases(place, states, tellingCases())
    views = Object.fromEntries(EVERY_WHO.map(who => [who, {}])) as Views
    await atATime(12, EVERY_WHO.flatMap(who => documents.map((document, i) => ({ who, document, state: states[i] as StateName }))), async ({ who, document, state }) => {
      const answer = await place.phones[who].call('showCase', { caseId: document._id }).catch((error: unknown) => {
        if (error instanceof CallRefused && error.refusal.code === 'CASE_NOT_FOUND') return null
        throw error
      })
      views[who][state] = answer?.view ?? null
      answered.set(who, `${answered.get(who) ?? ''}${JSON.stringify(answer)}`)
    })
    for (const who of EVERY_WHO) answered.set(who, `${answered.get(who) ?? ''}${await lists(who)}`)
  }, 600_000)
  afterAll(() => place.house.close())

  /** Every list this person may read. */
  async function lists(who: Who): Promise<string> {
    const phone = place.phones[who]
    const { communityId } = COMMUNITY
    const { deskId, supplierId, groupBuyId } = place
    const calls: (() => Promise<unknown>)[] = [
      () => phone.call('residentHome', {}), () => phone.call('listNotices', {}), () => phone.call('gatheredCases', { communityId }), () => phone.call('supplierCases', { tab: 'all' }), () => phone.call('supplierCases', { tab: 'mine' }),
      ...(['mine', 'moving', 'done'] as const).map(tab => () => phone.call('leaderInbox', { communityId, tab })), () => phone.call('deskQueue', { deskId, show: 'open' }),
      () => phone.call('showBoard', { of: { kind: 'desk', id: deskId } }), () => phone.call('showBoard', { of: { kind: 'community', id: communityId } }), () => phone.call('showBoard', { of: { kind: 'desk', id: deskId }, supplierId }),
      () => phone.call('showBundle', { supplierId, groupBuyId, as: 'supplier' }), () => phone.call('showBundle', { supplierId, groupBuyId, as: 'leader' }),
    ]
    const answers = await Promise.all(calls.map(call => call().catch((error: unknown) => {
      if (error instanceof CallRefused) return null
      throw error
    })))
    return JSON.stringify(answers)
  }

  test('each field is seen, in part or never, just as the table says', () => {
    expect(fieldsDocument(views)).toBe(fieldsDocument(viewsByRules()))
    // Nobody's view has a field that the rules do not give.
    const fields = (all: Views) => EVERY_WHO.map(who => [who, [...new Set(Object.values(all[who]).flatMap(view => Object.keys((view ?? {}) as CaseView)))].sort()])
    expect(fields(views)).toEqual(fields(viewsByRules()))
  })

  const household = ['王秀珍', '1504', SECRET.phone, 'o-scenario-wang']
  const between = [SECRET.internal, SECRET.split]
  const nothing: Who[] = ['neighbour', 'stranger', 'otherLeader', 'otherSupplier', 'otherDesk', 'onceHelper', 'onceOperator']
  test.each([
    ['supplier', [...household, '王阿姨', 'voice-secret', SECRET.waybill, 'photo-waybill', SECRET.reference, SECRET.internal, '东门驿站']],
    ['resident', between], ['household', between], ['helperLeader', [SECRET.internal]],
    ...nothing.map(who => [who, [...household, '王阿姨', 'voice-secret', SECRET.waybill, SECRET.reference, ...between]] as [Who, string[]]),
    ['named', [...household, '王阿姨', 'voice-secret', SECRET.waybill, SECRET.reference, ...between]],
  ] as [Who, string[]][])('%s is never answered what they must not know', (who, secrets) => {
    const bytes = answered.get(who) ?? ''
    expect(secrets.filter(secret => bytes.includes(secret))).toEqual([])
    const others = EVERY_WHO.filter(other => other !== who).map(other => place.personIds[other])
    expect(others.filter(id => bytes.includes(id))).toEqual([])
  })

  test('the leader is answered all of these: the secrets are there to be kept', () => {
    const bytes = answered.get('leader') ?? ''
    expect([...household.slice(0, 3), SECRET.internal, SECRET.split, SECRET.waybill, SECRET.reference, 'voice-secret'].filter(secret => !bytes.includes(secret))).toEqual([])
  })
})
