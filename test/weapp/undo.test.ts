import { bind, fileOne, joinSupplier, moveIn, openHouse, type House } from '../scenario/openHouse'
import type { Host } from './host/launch-host'
import { buildWeapp, onPhone } from './onPhone'

let house: House
const phones: Host[] = []
beforeAll(async () => {
  buildWeapp()
  house = await openHouse({ undoSeconds: 10 })
  await moveIn(house)
  await bind(house, 'wang', '7', '6027')
  await joinSupplier(house, 'laoli', '丹东果业')
}, 180_000)
afterEach(() => { for (const each of phones.splice(0)) each.close() })
afterAll(() => house.close())

async function phone(...args: Parameters<typeof onPhone>): Promise<Host> {
  const host = await onPhone(...args)
  phones.push(host)
  return host
}

/** As long as a decision may be taken back, and then some. ms */
const PATIENCE = 30_000

test('the leader agrees by mistake and takes it back; then agrees, and the next step and the message come by themselves', async () => {
  const wang = await house.as('wang')
  const { id } = await fileOne(wang, '草莓')
  const leader = await phone(house, 'chen', { path: 'packages/leader/case/index', query: { id } })
  await leader.until('等您看')
  await leader.tap(/^同意并退/)
  await leader.until(/已同意，\d+ 秒内可以撤回/)
  expect(leader.findAll('我已退款')).toEqual([])
  await leader.tap({ label: '撤回刚才的决定' })
  await leader.until('等您看')
  await leader.until('您撤回了刚才的决定')
  expect(leader.text()).not.toContain('秒内可以撤回')

  const resident = await phone(house, 'wang', { path: 'pages/case/index', query: { id } })
  await resident.until('等团长看')
  expect(resident.text()).not.toMatch(/撤回|同意了/)

  await leader.tap(/^同意并退/)
  await leader.until(/已同意，\d+ 秒内可以撤回/)
  await leader.until('我已退款', { timeout: PATIENCE })
  expect(leader.text()).not.toContain('撤回刚才')
  // Nobody runs the courier here but the phone that decided.
  while (!(await wang.call('listNotices', {})).notices.some(n => n.title.startsWith('同意了'))) expect(leader.errors).toEqual([])
  expect(leader.errors).toEqual([])
  expect(resident.errors).toEqual([])
})

test('a supplier takes an offer back', async () => {
  const { id } = await fileOne(await house.as('wang'), '脐橙')
  const chen = await house.as('chen')
  const { view } = await chen.call('showCase', { caseId: id, as: 'leader' })
  await chen.call('actOnCase', { caseId: id, commandId: '3b241101-e2bb-4255-8caf-4136c566a964', seen: view.version, as: 'leader', command: { type: 'forward', words: '' } })
  const supplier = await phone(house, 'laoli', { path: 'packages/supplier/case/index', query: { id } })
  await supplier.until('团长请您先看')
  await supplier.tap('提个办法')
  await supplier.tap({ label: /^退一半/ })
  await supplier.tap({ label: /^发出去/ })
  await supplier.until(/办法已提，\d+ 秒内可以撤回/)
  await supplier.tap({ label: '撤回刚才的决定' })
  await supplier.until('团长请您先看')
  expect(supplier.errors).toEqual([])
})
