import { TEMPLATES_FOR } from '../../domain/notice/templates'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startCloud, type Cloud } from '../../devcloud/cloud'
import { signIn } from '../cloudClient'
import { people } from '../people'
import { ARRIVED, COMMUNITY, DESK, MESSAGES_ALLOWED } from './community'
import { loadDemo } from './load'

jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../..')
let data: string
let cloud: Cloud

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'tuanhou-demo-'))
  cloud = await startCloud({
    root, data, port: 0, functionsDir: path.join(root, 'dist/functions'), timers: false,
    people: people.map(({ id, openid }) => ({ id, openid })),
  })
})
afterAll(async () => {
  await cloud.stop()
  await rm(data, { recursive: true, force: true })
})

/** Loads, and dies right after the step that says its `steps`th line. @returns what was said */
async function load(steps = Infinity): Promise<string[]> {
  const said: string[] = []
  await loadDemo({ cloud: cloud.url, root, say: line => { if (said.push(line) === steps) throw new Error('the power went') } })
  return said
}

test('a load that is interrupted after any step is finished by the next one, and nothing is there twice', async () => {
  for (let steps = 1; steps <= 9; steps++) await expect(load(steps)).rejects.toThrow('the power went')
  expect(await load()).toHaveLength(9)

  const chen = await signIn(cloud.url, 'chen')
  const { communityId } = COMMUNITY
  expect((await chen.call('whoAmI', {})).leads).toMatchObject([{ communityId, name: '梧桐苑' }])
  const { groupBuys, suppliers } = await chen.call('listGroupBuys', { communityId })
  expect(groupBuys.map(({ title, orders, arrivedAt }) => ({ title, orders, arrived: arrivedAt !== null })).sort((a, b) => a.title.localeCompare(b.title))).toEqual([
    { title: ARRIVED, orders: 22, arrived: true },
    { title: '11.22 周日面包团', orders: 14, arrived: false },
  ])
  expect(suppliers.map(({ name, people: acting }) => [name, acting])).toEqual(expect.arrayContaining([['丹东果业', 1], ['绿源蔬菜', 1], ['麦香烘焙', 0]]))
  // Left for the leader to name.
  expect(groupBuys.flatMap(g => g.products).filter(p => p.supplierId === null).map(p => p.title)).toEqual(['崇明小土豆+小葱组合'])
})

test('everybody stands where a visitor finds them', async () => {
  const me = async (id: string) => (await signIn(cloud.url, id)).call('whoAmI', {})
  expect(await me('wang')).toMatchObject({ isResident: true, leads: [], supplies: [] })
  expect(await me('lin')).toMatchObject({ isResident: true })
  expect(await me('zhang')).toMatchObject({ isResident: false, credits: {} })
  expect(await me('laoli')).toMatchObject({ name: '老李', supplies: [{ name: '丹东果业' }] })
  expect(await me('xiaozhou')).toMatchObject({ name: '小周', supplies: [{ name: '绿源蔬菜' }] })
  expect(await me('xu')).toMatchObject({ name: '小许', operates: [{ name: DESK.name, communities: 1 }] })
  expect(Object.values((await me('chen')).credits)).toEqual(TEMPLATES_FOR.leader.map(() => MESSAGES_ALLOWED))
})

test('a step that cannot be done stops the load and says which', async () => {
  await expect(loadDemo({ cloud: cloud.url, root: data, say: () => undefined })).rejects.toThrow('orders.xlsx')
})
