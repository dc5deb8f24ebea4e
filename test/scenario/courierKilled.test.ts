import { templateId } from '../../domain/notice/templates'
import { allow, bind, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

let house: House
let wang: Someone, chen: Someone
beforeAll(async () => {
  house = await openHouse()
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, chen] = await Promise.all([house.as('wang'), house.as('chen')]) as [Someone, Someone]
}, 60_000)
afterAll(() => house.close())
afterEach(() => house.cloud.faults.clear())

interface Stored { _id: string; personId: string; copy: string; copyError: string; caseId: string }
const notices = async () => (await house.db.collection('notices').limit(1000).get()).data as Stored[]
const sentTo = (openid: string) => house.cloud.messages(1000).filter(m => m.openid === openid).length

/** The copy that was being sent when its sender died: as old as it would be when the next minute's courier looks. */
async function ageTheOnesLeftBehind(): Promise<void> {
  await house.db.collection('notices').where({ copy: 'sending' }).update({ copyAt: 1 })
}

test.each(['before', 'after'] as const)('killed in the middle of sending, %s WeChat took it: the inbox has it once, WeChat sends at most one, and it is said to be unknown', async when => {
  await allow(chen, 'leader')
  const before = sentTo('o-scenario-chen')
  const view = await fileOne(wang, when === 'before' ? '草莓' : '脐橙')
  house.cloud.faults.nextWechatCall({ kill: when })
  await expect(house.courier()).rejects.toThrow()
  await house.courier()
  const [leaders] = (await notices()).filter(n => n.caseId === view.id && n._id.includes(':leader:'))
  expect(leaders?.copy).toBe('sending')
  await ageTheOnesLeftBehind()
  await house.courier()
  await house.courier()
  const after = (await notices()).filter(n => n.caseId === view.id && n._id.includes(':leader:'))
  expect(after.map(n => n.copy)).toEqual(['unknown'])
  expect(sentTo('o-scenario-chen') - before).toBe(when === 'before' ? 0 : 1)
})

test('killed between writing notices: the next run writes the rest, none twice', async () => {
  const view = await fileOne(wang, '上海青')
  // Several couriers at once, as a timer and pokes would be, one of them dying at any moment.
  await Promise.allSettled([house.courier(), house.courier(), house.courier()])
  house.cloud.killFunction('courier')
  await decide(chen, view.id, 'leader', { type: 'settle' })
  await Promise.allSettled([house.courier(), house.courier()])
  await house.courier()
  const own = (await notices()).filter(n => n.caseId === view.id).map(n => n._id.replace(view.id, ''))
  expect(new Set(own).size).toBe(own.length)
  expect(own.filter(id => id.includes(':leader:'))).toHaveLength(1)
  expect(own.filter(id => id.includes(':resident:'))).toHaveLength(1)
  const { data: [stored] } = await house.db.collection('cases').where({ _id: view.id }).limit(1).get() as { data: { noticed: number; noticesDueAt: number | null; version: number }[] }
  expect(stored).toMatchObject({ noticed: 2, noticesDueAt: null, version: 2 })
})

test('no consent: the inbox only, and WeChat is not asked', async () => {
  const lin = await house.as('lin')
  await bind(house, 'lin', '12', '3516')
  const view = await fileOne(lin, '草莓')
  await decide(chen, view.id, 'leader', { type: 'settle' })
  const before = house.cloud.messages(1000).length
  await house.courier()
  expect((await notices()).filter(n => n.caseId === view.id && n._id.includes(':resident:')).map(n => [n.copy, n.copyError])).toEqual([['none', 'noCredit']])
  expect(house.cloud.messages(1000).filter(m => m.openid === 'o-scenario-lin')).toHaveLength(0)
  expect(house.cloud.messages(1000).length).toBeGreaterThanOrEqual(before)
})

test.each([[43101, 'none', 0], [47003, 'failed', 1], [-1, 'due', 1]] as const)('WeChat answers %i', async (errcode, copy, creditsLeft) => {
  const lin = await house.as('lin')
  const { data: mine } = await house.db.collection('people').where({ openid: 'o-scenario-lin' }).limit(1).get() as { data: { _id: string }[] }
  await house.db.collection('credits').where({ personId: mine[0]?._id }).update({ left: 0 })
  await allow(lin, 'resident')
  const line = { 43101: '小番茄', 47003: '可颂', '-1': '吐司' }[String(errcode)] ?? ''
  const view = await fileOne(lin, line)
  await house.courier()
  await decide(chen, view.id, 'leader', { type: 'settle' })
  house.cloud.faults.nextWechatCall({ fail: { errcode, errmsg: 'as WeChat says' } })
  await house.courier()
  expect((await notices()).filter(n => n.caseId === view.id && n._id.includes(':resident:')).map(n => n.copy)).toEqual([copy])
  // What was decided goes by the template of results.
  expect((await lin.call('whoAmI', {})).credits[templateId('result')]).toBe(creditsLeft)
})
