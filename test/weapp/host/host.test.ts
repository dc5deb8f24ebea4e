import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFixture } from './build-fixture'
import type { Host, LaunchOptions } from './launch-host'
import { launchHost } from './launch-host'
import { Realm } from './realm'

let build = ''
let host: Host | null = null
const broken: string[] = []

beforeAll(() => { build = buildFixture() }, 60_000)
afterEach(() => {
  host?.close()
  host = null
})
afterAll(() => { for (const folder of broken) rmSync(folder, { recursive: true, force: true }) })

async function launch(options: Partial<LaunchOptions> = {}): Promise<Host> {
  host?.close()
  host = await launchHost({ build, ...options })
  return host
}

/** The build with one file changed, as a careless compiler might leave it. */
function breakBuild(file: string, text: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'host-broken-'))
  broken.push(folder)
  cpSync(build, folder, { recursive: true })
  if (text === null) rmSync(join(folder, file))
  else writeFileSync(join(folder, file), text)
  return folder
}

describe('a build that works', () => {
  test('opens every page of every package without a mistake', async () => {
    for (const path of (await launch()).pages) {
      const phone = await launch({ path })
      await phone.settled()
      expect(phone.text()).not.toBe('')
      expect(phone.errors).toEqual([])
      expect(phone.page().route).toBe(path)
    }
  })

  test('shows words, hands the query on, and knows title and cost', async () => {
    const phone = await launch({ path: '/pages/home/index?from=card' })
    expect(phone.text()).toContain('来自 card')
    expect(phone.text()).toContain('出现 1 次')
    expect(phone.page()).toMatchObject({ title: '首页', query: { from: 'card' }, stack: ['pages/home/index'] })
    const stats = phone.stats['pages/home/index']
    expect(stats?.setData).toBeGreaterThan(0)
    expect(stats?.nodes).toBeGreaterThan(40)
    expect(stats?.depth).toBeGreaterThan(20)
  })

  test('taps reach React, climb, and stop where they are stopped', async () => {
    const phone = await launch()
    await phone.tap('加一')
    await phone.tap('加一')
    expect(phone.text()).toContain('数到 2')
    expect(phone.text()).toContain('外层 2')
    await phone.tap({ class: 'quiet' })
    expect(phone.text()).toContain('数到 12')
    expect(phone.text()).toContain('外层 2')
  })

  test('components of components update: past the deepest template, and in a wrapper of its own', async () => {
    const phone = await launch()
    await phone.tap('深处加')
    await phone.tap('包里加')
    await phone.tap('加一')
    await phone.tap('包里加')
    expect(phone.text()).toContain('深处 1')
    expect(phone.text()).toContain('包里 2')
    expect(phone.text()).toContain('数到 1')
    expect(phone.errors).toEqual([])
  })

  test('typing goes into the page, and a disabled button stays silent', async () => {
    const phone = await launch()
    await phone.type('你的名字', '阿梅')
    expect(phone.text()).toContain('名字 阿梅')
    await phone.tap('不许按')
    expect(phone.text()).toContain('数到 0')
    expect(phone.find('不许按').disabled).toBe(true)
    expect(phone.text()).not.toContain('藏着的字')
  })

  test('a form gathers what was typed and ticked', async () => {
    const phone = await launch({ path: 'pages/detail/index' })
    await phone.type('谁', '阿梅')
    await phone.tap('烂了')
    await phone.tap({ tag: 'switch' })
    await phone.tap('交表')
    expect(phone.text()).toContain('{"who":"阿梅","urgent":true,"what":["烂"]}')
  })

  test('consent to messages is for a tap only', async () => {
    const phone = await launch()
    await phone.tap('订阅')
    await phone.until('订阅 accept')
    await phone.tap('晚订阅')
    await phone.until('can only be invoked by user TAP gesture')
    phone.answer('requestSubscribeMessage', { t1: 'reject' })
    await phone.tap('订阅')
    await phone.until('订阅 reject')
  })

  test('a dialog is answered by the test', async () => {
    const phone = await launch({ wx: { showModal: { confirm: false, cancel: true } } })
    await phone.tap('加一')
    await phone.tap('清零')
    expect(phone.text()).toContain('数到 1')
    phone.answer('showModal', ({ title }: { title: string }) => ({ confirm: title === '真的清零吗', cancel: false }))
    await phone.tap('清零')
    await phone.until('数到 0')
    expect(phone.calls('showModal')).toHaveLength(2)
  })

  test('the cloud answers, fails, and is up again', async () => {
    const asked: unknown[] = []
    const phone = await launch({ cloud: { callFunction: (call) => { asked.push(call); return { word: '好' } } } })
    await phone.type('你的名字', '阿梅')
    await phone.tap({ label: '问云' })
    await phone.until('云说 好')
    expect(asked).toEqual([{ name: 'api', data: { ask: '阿梅' } }])
    phone.setCloud(null)
    await phone.fire({ tag: 'input' }, 'confirm', { value: '阿梅' })
    await phone.until(/云不在 .*fail/)
    expect(phone.errors).toEqual([])
  })

  test('a photo is picked and uploaded with its bytes', async () => {
    const sent: number[] = []
    const phone = await launch({ cloud: { uploadFile: ({ cloudPath, bytes }) => { sent.push(bytes.length); return { fileID: `cloud://${cloudPath}` } } } })
    phone.setAlbum([{ name: '坏果.jpg', bytes: new Uint8Array(7) }])
    await phone.tap('选照片')
    await phone.until('cloud://a/b.jpg')
    expect(sent).toEqual([7])
    await phone.fire({ class: 'pic' }, 'load', { width: 1, height: 1 })
    expect(phone.text()).toContain('图来了')
  })

  test('pages go on top of each other and come back', async () => {
    const phone = await launch()
    await phone.tap('去看乙')
    await phone.until('看的是 乙')
    expect(phone.page().stack).toEqual(['pages/home/index', 'pages/detail/index'])
    await phone.tap('回去')
    await phone.until('出现 2 次')
    await phone.tap('去看板')
    await phone.until('团长看板 1970')
    await phone.back()
    await phone.navigate('/pages/detail/index?item=x', 'redirectTo')
    expect(phone.page().stack).toEqual(['pages/detail/index'])
    expect(phone.errors).toEqual([])
  })

  test('what was stored outlives a kill', async () => {
    const first = await launch({ path: 'pages/detail/index' })
    await first.tap('记一次')
    expect(first.text()).toContain('来过 1 次')
    const second = await launch({ path: 'pages/detail/index', storage: first.storage })
    expect(second.text()).toContain('来过 1 次')
  })

  test('goes to the background and comes back; shares; pictures itself', async () => {
    const phone = await launch()
    await phone.hide()
    await phone.show()
    await phone.until('出现 2 次')
    await phone.tap('加一')
    expect(phone.share()).toEqual({ title: '分享 1', path: '/pages/home/index?from=share' })
    expect(phone.html()).toContain('padding:8px')
  })
})

describe('the world in which the bundle lives', () => {
  const realm = new Realm({ uncaught: () => undefined, console: () => undefined })
  const kinds = (names: string[]): unknown => names.map((name) => realm.run(`typeof ${name}`, 'kinds.js'))

  test('has the language and timers, and nothing of Node or of a browser', () => {
    expect(kinds(['Promise', 'Map', 'setTimeout', 'console'])).toEqual(['function', 'function', 'function', 'object'])
    const missing = ['process', 'require', 'Buffer', 'window', 'document', 'fetch', 'URL', 'AbortController', 'Intl', 'setImmediate', 'queueMicrotask', 'structuredClone', 'TextEncoder', 'performance', 'crypto', 'localStorage']
    expect(kinds(missing)).toEqual(missing.map(() => 'undefined'))
  })

  test('makes no code from text, except the one that WeChat lets through', () => {
    expect(realm.run('new Function("return this")() === globalThis', 'function.js')).toBe(true)
    expect(() => realm.run('new Function("return 1")', 'function.js')).toThrow('code from text')
    expect(() => realm.run('(() => {}).constructor("return 1")', 'function.js')).toThrow('code from text')
    expect(() => realm.run('eval("1")', 'eval.js')).toThrow()
  })
})

describe('what goes wrong is said', () => {
  test('a tap that nobody hears, an element that is not there, two that are', async () => {
    const phone = await launch()
    await expect(phone.tap('没人听')).rejects.toThrow('nobody listens')
    // Taro's markup binds every button; only Taro knows that nobody listens behind it.
    await expect(phone.tap('摆设')).rejects.toThrow('nobody listens')
    await expect(phone.tap('没有这个', { timeout: 20 })).rejects.toThrow(/nothing matches '没有这个'[^]*加一/)
    expect(() => phone.find({ tag: 'button' })).toThrow(/elements match/)
    await expect(phone.until('永远', { timeout: 20 })).rejects.toThrow(/did not come true[^]*加一/)
  })

  test('errors thrown and promises dropped', async () => {
    const phone = await launch({ path: 'pages/detail/index' })
    await phone.tap('抛错')
    await phone.tap('落空')
    await phone.until(() => phone.errors.length === 2)
    expect(phone.errors.join()).toMatch(/按坏了[^]*unhandled rejection: Error: 没人接/)
  })

  test('things that a phone does not have', async () => {
    const phone = await launch({ path: 'pages/detail/index' })
    await phone.tap('用没有的')
    expect(phone.errors.join()).toContain('AbortController is not defined')
    await phone.tap('没有的接口')
    expect(phone.errors.join()).toContain('wx.notThere is not a function')
    expect(phone.absent).toContain('notThere')
  })

  test('templates and pages that do not exist', async () => {
    const phone = await launch({ path: 'pages/detail/index' })
    await phone.tap('叠滚动')
    expect(phone.errors.join()).toMatch(/Template `tmpl_\d+_\d+` not found/)
    await phone.tap('去无处')
    await phone.until('去不了')
    expect(phone.errors.join()).toContain("page 'pages/nowhere/index' is not in app.json")
  })

  test('a build with a chunk missing, a syntax error, a lost handler', async () => {
    const missing = await launch({ build: breakBuild('vendors.js', null) })
    expect(missing.errors.join()).toContain("'./vendors', wanted by 'app.js', is not in the build")
    const garbled = await launch({ build: breakBuild('pages/home/index.js', 'Page({') })
    expect(garbled.errors.join()).toMatch(/SyntaxError[^]*did not call Page/)
    const lost = await launch({ build: breakBuild('pages/home/index.wxml', '<view bindtap="gone">在</view>') })
    expect(lost.errors.join()).toContain("names 'gone' for tap")
    await expect(launchHost({ build: breakBuild('pages/home/index.wxml', '<view>') })).rejects.toThrow('wcc refuses')
    const ugly = await launch({ build: breakBuild('app.wxss', '.a{') })
    expect(ugly.errors.join()).toContain('wcsc refuses app.wxss')
  })
})
