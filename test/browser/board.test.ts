import { randomUUID } from 'node:crypto'
import { signIn } from '../../stage/cloudClient'
import { DESK } from '../../stage/demo/community'
import { drawPhoto } from './drawPhoto'
import { whenEffective } from './look/casesInEachState'
import { openHouseAndChrome } from './openHouseAndChrome'
import { tomorrowAtTen } from './startHouse'
import { watchPage } from './watchPage'

jest.setTimeout(300_000)
const MINUTE = 60_000
const opened = openHouseAndChrome()

test('the board turns red when a promise breaks, opens the case, and turns back when it is mended; the desk\'s and the leader\'s alike', async () => {
  const photo = (await drawPhoto(await opened.chrome.newPage(), '草莓')).buffer
  // Ten in the morning: promises run while somebody answers.
  const morning = await tomorrowAtTen(opened.house)
  const [wang, chen] = [await signIn(opened.house.url, 'wang'), await signIn(opened.house.url, 'chen')]
  const line = (await wang.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes('草莓'))
  const { uploadPrefix } = await wang.call('whoAmI', {})
  const { photoId } = await wang.call('addPhoto', { fileId: await wang.upload(`${uploadPrefix}${randomUUID()}.jpg`, photo) })
  const caseId = randomUUID()
  await wang.call('fileCase', { caseId, orderId: line?.orderId ?? '', lineId: line?.lineId ?? '', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 100 }, photos: [photoId], words: '烂了' })

  const context = await opened.chrome.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const trouble = watchPage(page)
  const board = page.locator('.board')
  const look = async (person: 'xu' | 'chen', now: number) => {
    // A phone's own clock goes with everybody's.
    await page.clock.setFixedTime(now)
    await page.goto('about:blank')
    await page.goto(`${opened.house.url}/phone/${person}/#/packages/${person === 'xu' ? 'operator' : 'leader'}/board/index`)
    await board.waitFor()
  }
  await look('xu', morning)
  await board.getByText('没有，都还在时间里。').waitFor()
  await board.getByRole('link', { name: /草莓.*等团长先回一声/ }).waitFor()
  expect(await board.locator('.card--red').count()).toBe(0)

  const later = await opened.house.moveTime(6 * MINUTE)
  for (const person of ['xu', 'chen'] as const) {
    await look(person, later)
    await board.getByText('! 已经晚了，1 件').waitFor()
    expect(await board.locator('.card--red').textContent()).toContain('! 晚了')
  }
  await board.locator('.card--red').getByRole('link').click()
  await page.waitForURL(new RegExp(`packages/leader/case/index\\?id=${caseId}`))

  const { view } = await chen.call('showCase', { caseId, as: 'leader' })
  await chen.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: 'leader', command: { type: 'settle' } })
  await whenEffective(chen, caseId, 'leader')
  for (const person of ['chen', 'xu'] as const) {
    await look(person, later)
    await board.getByText('没有，都还在时间里。').waitFor()
    expect(await board.locator('.card--red').count()).toBe(0)
    // Mended is not undone.
    await board.getByText('! 1 件做到 0 件，0%').waitFor()
  }
  // From the desk there is a way to it.
  await page.goto('about:blank')
  await page.goto(`${opened.house.url}/phone/xu/#/packages/operator/desk/index`)
  await page.getByRole('button', { name: '时间看板' }).click()
  await page.waitForURL(new RegExp(`packages/operator/board/index\\?desk=${DESK.deskId}`))
  expect(trouble).toEqual([])
})
