import { randomUUID } from 'node:crypto'
import { startOutside, type Outside } from '../../devcloud/outside/outside'
import type { Fallback } from '../../domain/notice/fallback/fallback'
import { allow, bind, COMMUNITY, decide, fileOne, joinSupplier, moveIn, openHouse, type House, type Someone } from './openHouse'

/** Robots: what WeChat does not take is said into the leader's group. */

let house: House
let outside: Outside
let wang: Someone, lin: Someone, chen: Someone, laoli: Someone
beforeAll(async () => {
  outside = await startOutside()
  house = await openHouse({ outside })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await bind(house, 'lin', '12', '3516')
  await joinSupplier(house, 'laoli', '丹东果业')
  ;[wang, lin, chen, laoli] = await Promise.all([house.as('wang'), house.as('lin'), house.as('chen'), house.as('laoli')]) as [Someone, Someone, Someone, Someone]
}, 60_000)
afterAll(async () => {
  await house.close()
  await outside.stop()
})

const PLACE = { kind: 'community', id: COMMUNITY.communityId } as const
let key = ''
/** A robot of its own for each story, so that none has another's turns. */
beforeEach(async () => {
  key = randomUUID()
  await chen.call('setRobot', { place: PLACE, key: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}` })
})

const said = () => outside.deliveries.latest(1000).filter(d => d.to === key).map(d => d.text)
const fallbacks = async () => (await house.db.collection('fallbacks').limit(1000).get()).data as Fallback[]
const ofCase = async (caseId: string) => (await fallbacks()).filter(f => f.noticeId.startsWith(caseId))

test('the leader has no message left: the group hears how many, of what, until when; once, and nothing of the household', async () => {
  const { id } = await fileOne(wang, '草莓')
  const { fallbacks: outcomes } = await house.courier()
  expect(outcomes).toMatchObject({ planned: 1, sent: 1 })
  expect(said()).toEqual([expect.stringMatching(/^【梧桐苑】有 1 件要处理\n.*草莓.* 1 件，[^，]*前\n在小程序「团后」里打开$/)])
  expect(said().join()).not.toMatch(/王|6027|烂|¥/)
  await house.courier()
  expect(said()).toHaveLength(1)
  expect(await ofCase(id)).toMatchObject([{ way: 'robot', state: 'sent', why: '', tries: 1, attempts: [{ answer: 'ok' }] }])
})

test('WeChat took it: nothing goes another way', async () => {
  await allow(chen, 'leader')
  const { id } = await fileOne(lin, '草莓')
  await house.courier()
  expect([said(), await ofCase(id)]).toEqual([[], []])
})

test('what was done before its turn came is said nowhere', async () => {
  const { id } = await fileOne(wang, '脐橙')
  await decide(chen, id, 'leader', { type: 'settle' })
  await house.courier()
  expect(said()).toEqual([])
  expect((await ofCase(id)).filter(f => f.way === 'robot')).toEqual([])
})

test('a place without a robot has nothing to go by, and the key is in no answer', async () => {
  const page = await chen.call('showChannels', { place: PLACE })
  expect(page.robot).toEqual({ placeName: COMMUNITY.name, keyEnd: key.slice(-4), gone: false })
  expect(JSON.stringify(page)).not.toContain(key)
  await chen.call('removeRobot', { place: PLACE })
  const { id } = await fileOne(lin, '小番茄')
  await house.courier()
  expect(await ofCase(id)).toEqual([])
  expect(laoli).toBeDefined()
})
