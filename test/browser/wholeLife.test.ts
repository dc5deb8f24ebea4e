import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { yuan } from '../../domain/case/money'
import { signIn } from '../../stage/cloudClient'
import { DESK } from '../../stage/demo/community'
import { startChrome } from './chrome'
import { drawPhoto } from './drawPhoto'
import { whenEffective } from './look/casesInEachState'
import { seeLayout } from './look/seeLayout'
import { seeSmallWords } from './look/seeSmallWords'
import { startHouse, type House } from './startHouse'
import { watchPage } from './watchPage'

jest.setTimeout(300_000)

/** What a complaint can come to after the leader's first answer, by taps of all who have a part in it; only the filing is by calls. */
const COLLEAGUE = 'zhang'
type Role = 'resident' | 'leader' | 'operator'
const PAGES: Record<Role, string> = { resident: 'pages/case/index', leader: 'packages/leader/case/index', operator: 'packages/operator/desk/index' }

let chrome: Browser
let easel: Page
let drawn = 0
beforeAll(async () => {
  chrome = await startChrome()
  easel = await chrome.newPage()
})
afterAll(() => chrome?.close())

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).filter({ visible: true }).first()
const radio = (page: Page, name: RegExp): Locator => page.getByRole('radio', { name }).filter({ visible: true })
const says = (page: Page, words: string | RegExp): Locator => page.getByText(words).filter({ visible: true }).first()
const field = (page: Page, name: string): Locator => page.getByLabel(name).and(page.locator('input, textarea')).filter({ visible: true })

describe.each([{ care: false }, { care: true }])('words in care size: $care', ({ care }) => {
  let house: House
  let wrong: string[]
  beforeAll(async () => {
    house = await startHouse()
    // Whoever dismissed an appeal does not look again: the desk needs two.
    const [xu, colleague] = await Promise.all([signIn(house.url, DESK.person), signIn(house.url, COLLEAGUE)])
    const { token } = await xu.call('inviteToDesk', { deskId: DESK.deskId, capabilities: ['support', 'complaints'], limit: null })
    await colleague.call('acceptDeskInvitation', { token, name: '小张' })
  })
  beforeEach(() => { wrong = [] })
  afterAll(() => house?.stop())

  /** Files a complaint about one piece. @returns the case's id and what is asked for it, fen */
  async function file(resident: string, title: string): Promise<{ id: string; asked: number }> {
    const who = await signIn(house.url, resident)
    const line = (await who.call('residentHome', {})).bought.flatMap(groupBuy => groupBuy.lines).find(one => one.title.includes(title))
    if (!line) throw new Error(`${resident} bought no ${title}`)
    const { uploadPrefix } = await who.call('whoAmI', {})
    const { photoId } = await who.call('addPhoto', { fileId: await who.upload(`${uploadPrefix}${randomUUID()}.jpg`, (await drawPhoto(easel, `${title} ${++drawn}`)).buffer) })
    const [id, asked] = [randomUUID(), Math.floor(line.paid / line.quantity)]
    await who.call('fileCase', { caseId: id, orderId: line.orderId, lineId: line.lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: asked }, photos: [photoId], words: '一打开就是烂的' })
    return { id, asked }
  }

  /** The case as somebody has it before them, in a browser of their own; the desk at a desktop's width, beside its queue. */
  async function open(person: string, role: Role, id: string): Promise<Page> {
    const page = await (await chrome.newContext({ viewport: role === 'operator' ? { width: 1280, height: 900 } : { width: 375, height: 812 }, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage()
    const trouble = watchPage(page)
    page.on('close', () => wrong.push(...trouble))
    // WeChat's question about messages, whenever it comes: yes.
    const question = page.getByRole('dialog', { name: '允许发送消息' })
    await page.addLocatorHandler(question, () => question.getByRole('button', { name: '允许', exact: true }).click())
    await page.goto(`${house.url}/phone/${person}/${care ? '?care' : ''}#/${PAGES[role]}?id=${id}`)
    return page
  }

  /** Looks at how a sheet or a page stands, and gathers what is wrong with it. */
  async function look(page: Page, name: string): Promise<void> {
    // A page that has just been opened above another is still sliding in.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)))
    wrong.push(...(await seeLayout(page)).map(one => `${name}: ${one}`), ...(care ? await seeSmallWords(page) : []).map(one => `${name}: ${one}`))
  }

  /** Sends what a sheet holds, once it was looked at; then nothing of it is left to be taken back. */
  async function send(page: Page, person: string, role: Role, id: string, name: string, label: string | RegExp): Promise<void> {
    await look(page, name)
    await button(page, label).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    if (role === 'leader') await whenEffective(await signIn(house.url, person), id, role)
  }

  /** The leader does not agree, by a published reason and in words of their own. */
  async function refuse(leader: Page, id: string): Promise<void> {
    await button(leader, /^更多/).click()
    await button(leader, /^不同意，/).click()
    await radio(leader, /^照片里看不出这个问题/).click()
    await field(leader, '跟邻居说（可以改）').fill('照片里看着是好的')
    await send(leader, 'chen', 'leader', id, 'reject', '告诉邻居，没同意')
  }

  /** The leader paid it in the other app, and says so; the resident says that it has come. */
  async function paid(leader: Page, resident: string, id: string, amount: number): Promise<void> {
    await button(leader, '我已退款').click()
    await send(leader, 'chen', 'leader', id, 'paid', `退好了，告诉邻居 ${yuan(amount)}`)
    await says(leader, '已退款').waitFor()
    const page = await open(resident, 'resident', id)
    await says(page, '团长已经把钱退了').waitFor()
    await look(page, 'resident-paid')
    await button(page, '收到钱了').click()
    await says(page, '您收到钱了，这件事就好了。').waitFor()
    await page.context().close()
  }

  /** The leader asks for the goods back; the resident agrees and brings them; the leader has them in hand. */
  async function broughtBack(leader: Page, resident: string, id: string, asked: number): Promise<void> {
    await button(leader, /^更多/).click()
    await button(leader, /^换个办法，/).click()
    await button(leader, '换个办法：退货、换货、补发…').click()
    await look(leader, 'offer-others')
    await radio(leader, /^退货退款/).click()
    await look(leader, 'offer-return')
    await button(leader, '就这样，放进去').click()
    await send(leader, 'chen', 'leader', id, 'offer-with-return', `发出去：东西拿回来，退 ${yuan(asked)}`)
    const page = await open(resident, 'resident', id)
    await says(page, '您把东西拿回来，验过跟您说的一样就退钱。').waitFor()
    await look(page, 'resident-offered-return')
    await button(page, `同意退货，退我 ${yuan(asked)}`).click()
    await button(page, '我拿出来了').click()
    await radio(page, /^放自提点/).click()
    await send(page, resident, 'resident', id, 'send-return', '拿出来了，告诉团长')
    await says(page, '退回去的东西').waitFor()
    await look(page, 'resident-returning')
    await page.context().close()
    await leader.reload()
    await button(leader, '收到退货').click()
    await send(leader, 'chen', 'leader', id, 'receive-return', '收到了，告诉邻居')
    await button(leader, '验过了').click()
  }

  test('the leader offers less, the resident says how much would do, the leader agrees by one tap and pays', async () => {
    const { id, asked } = await file('wang', '草莓')
    const leader = await open('chen', 'leader', id)
    await button(leader, /^更多/).click()
    await look(leader, 'leader-more')
    await button(leader, /^换个办法，/).click()
    await leader.getByRole('checkbox', { name: /^退一半，/ }).click()
    await field(leader, '跟人家说一句（可以不写）').fill('只坏了一点，退一半行吗')
    await send(leader, 'chen', 'leader', id, 'offer', `发出去：退 ${yuan(Math.round(asked / 2))}`)

    const resident = await open('wang', 'resident', id)
    await says(resident, '“只坏了一点，退一半行吗”').waitFor()
    await look(resident, 'resident-offered')
    await button(resident, '还个价').click()
    await field(resident, '退多少您能接受').fill('1')
    await says(resident, /^! /).waitFor()
    await look(resident, 'counter-too-little')
    await field(resident, '退多少您能接受').fill('45')
    await field(resident, '为什么').fill('大半盒都软了')
    await send(resident, 'wang', 'resident', id, 'counter', '发出去：退我 ¥45.00')
    await says(resident, /^您说退 ¥45.00 就行。/).waitFor()
    await look(resident, 'resident-countered')
    await resident.context().close()

    await leader.reload()
    await says(leader, '「大半盒都软了」').waitFor()
    await look(leader, 'leader-countered')
    await button(leader, '同意退 ¥45.00').click()
    await whenEffective(await signIn(house.url, 'chen'), id, 'leader')
    await paid(leader, 'wang', id, 4500)
    await leader.context().close()
    expect(wrong).toEqual([])
  })

  test('goods that came back and are not as was said: refused, and given back', async () => {
    const { id, asked } = await file('wang', '脐橙')
    const leader = await open('chen', 'leader', id)
    await broughtBack(leader, 'wang', id, asked)
    await radio(leader, /^和说的不一样/).click()
    await field(leader, '看到的（跟说的一样可以不写）').fill('箱子里少了一半，剩下的都是好的')
    await send(leader, 'chen', 'leader', id, 'inspect-failed', '和说的不一样，告诉邻居')
    await says(leader, /^东西还在您这里/).waitFor()
    await look(leader, 'leader-inspected-failed')
    await refuse(leader, id)
    await button(leader, '还给邻居了').click()
    await radio(leader, /^放自提点/).click()
    await send(leader, 'chen', 'leader', id, 'give-back', '还了，告诉邻居')
    const resident = await open('wang', 'resident', id)
    await says(resident, '已经还给您了').waitFor()
    await says(resident, '箱子里少了一半，剩下的都是好的').waitFor()
    await look(resident, 'resident-given-back')
    await button(resident, '找人再看看').waitFor()
    await Promise.all([resident.context().close(), leader.context().close()])
    expect(wrong).toEqual([])
  })

  test('goods that came back and are as was said: paid', async () => {
    const { id, asked } = await file('lin', '番茄')
    const leader = await open('chen', 'leader', id)
    await broughtBack(leader, 'lin', id, asked)
    await radio(leader, /^跟邻居说的一样/).click()
    await send(leader, 'chen', 'leader', id, 'inspect-passed', '验过了，跟说的一样')
    await paid(leader, 'lin', id, asked)
    await leader.context().close()
    expect(wrong).toEqual([])
  })

  test('refused, and looked at again by the desk: once for the resident, once not, and then with something new by somebody else', async () => {
    const upheld = await file('lin', '草莓')
    const dismissed = await file('wang', '上海青')
    for (const { id } of [upheld, dismissed]) {
      const leader = await open('chen', 'leader', id)
      await refuse(leader, id)
      await leader.context().close()
    }
    const appeal = async (person: string, id: string, grounds: string) => {
      const resident = await open(person, 'resident', id)
      await says(resident, '“照片里看着是好的”').waitFor()
      await look(resident, 'resident-refused')
      await button(resident, '找人再看看').click()
      await field(resident, '为什么想再看看').fill(grounds)
      await send(resident, person, 'resident', id, 'appeal', '请人再看看')
      await says(resident, '有人在重新看').waitFor()
      await look(resident, 'resident-appealed')
      await resident.context().close()
    }
    /** The first of the queue, opened beside it. */
    const decide = async (id: string, grounds: string, choice: RegExp, words: string, label: string) => {
      const desk = await open(DESK.person, 'operator', id)
      await desk.locator('.queue__one').first().getByRole('button').first().click()
      await says(desk, `“${grounds}”`).waitFor()
      await look(desk, 'desk-appealed')
      await button(desk, '重新看，定下来').click()
      await radio(desk, choice).click()
      await field(desk, '为什么这样定（居民和团长都看得到）').fill(words)
      await send(desk, DESK.person, 'operator', id, `decide-${label}`, label)
      await look(desk, 'desk-decided')
      await desk.context().close()
    }

    await appeal('lin', upheld.id, '放大看，底下一层全烂了')
    await decide(upheld.id, '放大看，底下一层全烂了', /^同意居民/, '底下确实烂了，照居民说的退', `同意，退 ${yuan(upheld.asked)}`)
    const lin = await open('lin', 'resident', upheld.id)
    await says(lin, '底下确实烂了，照居民说的退').waitFor()
    await says(lin, yuan(upheld.asked)).waitFor()
    await says(lin, /团长会在.*把钱退给您/).waitFor()
    await look(lin, 'resident-upheld')
    await lin.context().close()

    await appeal('wang', dismissed.id, '买来就是黄的')
    await decide(dismissed.id, '买来就是黄的', /^维持原来的/, '照片里的叶子是绿的', '维持，告诉居民')
    const wang = await open('wang', 'resident', dismissed.id)
    await says(wang, '“照片里的叶子是绿的”').waitFor()
    await button(wang, '打 12315').waitFor()
    await look(wang, 'resident-dismissed')
    await button(wang, '有新情况，再说一次').click()
    await field(wang, '有什么新情况').fill('邻居家同一批的也是黄的')
    await send(wang, 'wang', 'resident', dismissed.id, 'ask-again', '再说一次')
    await wang.waitForURL(url => /pages\/case\/index\?id=/.test(url.hash) && !url.hash.includes(dismissed.id))
    await says(wang, '邻居家同一批的也是黄的').waitFor()
    await look(wang, 'resident-asked-again')
    await wang.context().close()
    const colleague = await open(COLLEAGUE, 'operator', '')
    await colleague.locator('.queue__one').first().getByRole('button').first().click()
    await says(colleague, '邻居家同一批的也是黄的').waitFor()
    await look(colleague, 'desk-asked-again')
    await colleague.context().close()
    expect(wrong).toEqual([])
  })
})
