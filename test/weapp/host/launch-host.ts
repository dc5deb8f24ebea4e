import { setImmediate } from 'node:timers'
import { setTimeout as wait } from 'node:timers/promises'
import { BuildFiles } from './build-files'
import type { CompiledBuild } from './compile-build'
import { compileBuild } from './compile-build'
import { Fingers } from './fingers'
import type { Found, Matcher } from './find-node'
import { asFound, describeMatcher, findAll, findOne, labelOf } from './find-node'
import { wordsOf } from './page-words'
import type { WxCall } from './phone/api'
import { Wire, WxFailure } from './phone/api'
import type { CloudHandlers } from './phone/cloud'
import { makeCloud } from './phone/cloud'
import { deviceApis } from './phone/device'
import { dialogApis } from './phone/dialogs'
import { PhoneFiles, fileApis } from './phone/files'
import { Listeners } from './phone/listeners'
import { Loudspeaker } from './phone/loudspeaker'
import type { WxAnswer } from './phone/make-wx'
import { Wx } from './phone/make-wx'
import type { AlbumFile } from './phone/media'
import { mediaApis } from './phone/media'
import { Microphone } from './phone/microphone'
import { Privacy } from './phone/privacy'
import { makeIntersectionObserver, makeSelectorQuery } from './phone/queries'
import type { PhoneStorage } from './phone/storage'
import { emptyStorage, storageApis } from './phone/storage'
import { subscriptionApis } from './phone/subscription'
import { Realm, describe, missingOnPhones } from './realm'
import type { PageStats, Way } from './stage'
import { Stage, readUrl } from './stage'
import { staticHtml } from './static-html'
import { TaroListeners } from './taro-listeners'
import type { ElementNode } from './tree'
import { attribute, datasetOf, idOf } from './tree'
import { watchRejections } from './unhandled-rejections'

export interface LaunchOptions {
  /** The build: a directory with app.json. */
  readonly build: string
  /** Where to start, with or without a query; the first page of app.json if not said. */
  readonly path?: string
  readonly query?: Readonly<Record<string, string>>
  /** How the person came: 1001 from the list, 1007 from a shared card, 1047 from a code … */
  readonly scene?: number
  readonly wx?: Readonly<Record<string, WxAnswer>>
  readonly cloud?: CloudHandlers
  /** What an earlier launch left on the phone. */
  readonly storage?: PhoneStorage
  /** Language features to take away; what phones lack, if not said. */
  readonly hide?: readonly string[]
}

export interface CurrentPage {
  /** Without a leading slash. */
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  readonly title: string
  /** Routes from the first page to this one. */
  readonly stack: readonly string[]
}

export interface Patience {
  /** Milliseconds; 15000 if not said: waiting ends as soon as it comes true, so only a failure takes that long. */
  readonly timeout?: number
}

/** How long to wait between two looks: the page moves on by its own timers, we only look. */
const lookEvery = 2
/** A timer due this soon counts as the page still being at it. */
const soon = 20
const usualPatience = 15_000
/** At most this long for what a page does at once; one that animates by timers is never quiet. */
const reactionTime = 600

/** A mini-program that runs here as on a phone, and the hands and eyes to use it. */
export class Host {
  /** All that went wrong, once each, in words. Empty is what a test wants. */
  readonly errors: string[] = []
  /** console.warn and console.log of the bundle. */
  readonly said: string[] = []
  /** What was tapped so far, by its spoken name or its words: every tap that somebody listens to or that a control answers. */
  readonly taps: string[] = []
  /** What is left on the phone when the app is killed. */
  readonly storage: PhoneStorage
  private readonly realm: Realm
  private readonly stage: Stage
  private readonly wire: Wire
  private readonly wx: Wx
  private readonly files: PhoneFiles
  private readonly listeners: Listeners
  private readonly fingers: Fingers
  private readonly compiled: CompiledBuild
  /** WeChat's privacy guide: agreed to, unless a test says otherwise. */
  readonly privacy: Privacy
  readonly microphone: Microphone
  readonly loudspeaker: Loudspeaker
  private readonly unwatch: () => void
  private album: readonly AlbumFile[] = []
  private cloud: CloudHandlers | null
  private network = 'wifi'
  private closed = false

  constructor(private readonly options: LaunchOptions) {
    this.cloud = options.cloud ?? null
    this.storage = options.storage ?? emptyStorage()
    const build = new BuildFiles(options.build)
    this.compiled = compileBuild(options.build)
    for (const problem of this.compiled.errors) this.report(problem)
    this.realm = new Realm({
      uncaught: (error, where) => this.uncaught(error, where),
      console: (level, words) => {
        if (level === 'error') this.report(`console.error: ${words}`)
        else this.said.push(words)
      },
    }, options.hide ?? missingOnPhones)
    this.wire = new Wire(this.realm)
    this.files = new PhoneFiles(this.storage)
    this.privacy = new Privacy()
    this.microphone = new Microphone(this.realm, this.wire, this.files)
    this.loudspeaker = new Loudspeaker(this.realm, this.files)
    this.listeners = new Listeners(this.realm)
    const query = makeSelectorQuery(this.realm, () => this.stage.top?.tree ?? null)
    this.stage = new Stage(build, this.compiled, this.realm, (problem) => this.report(problem), query)
    const start = this.start(build)
    this.wx = new Wx(this.realm, this.wire, [
      deviceApis(() => start),
      storageApis(this.storage, this.realm.stringify),
      fileApis(this.files, this.wire),
      this.privacy.guarded(mediaApis(this.files, () => this.album), ['chooseMedia', 'chooseImage', 'chooseMessageFile']),
      dialogApis((title) => { if (this.stage.top) this.stage.top.title = title }, { text: '' }),
      this.privacy.guarded(this.microphone.apis(), ['requirePrivacyAuthorize']),
      this.loudspeaker.apis(),
      subscriptionApis(() => this.fingers.tapping),
      this.listeners.apis(),
      this.privacy.apis(this.realm),
      {
        later: {
          navigateTo: ({ url }) => this.go(String(url), 'navigateTo'),
          redirectTo: ({ url }) => this.go(String(url), 'redirectTo'),
          reLaunch: ({ url }) => this.go(String(url), 'reLaunch'),
          switchTab: ({ url }) => this.go(String(url), 'switchTab'),
          navigateBack: ({ delta }) => this.goBack(Number(delta ?? 1)),
          getNetworkType: () => ({ networkType: this.network }),
        },
        instant: {
          canIUse: (schema: string) => /^[A-Z]|-/.test(schema) || (schema.split('.')[0] ?? '') in this.wx.object || !/^[a-z]+[A-Z]/.test(schema),
          nextTick: (work: () => void) => void (this.realm.context['setTimeout'] as (work: () => void, delay: number) => void)(work, 0),
          createSelectorQuery: () => query(null),
          createIntersectionObserver: () => makeIntersectionObserver(this.realm),
        },
        values: { cloud: makeCloud(this.wire, this.files, () => this.cloud) },
      },
    ])
    for (const [name, answer] of Object.entries(options.wx ?? {})) this.wx.set(name, answer)
    this.realm.define('wx', this.wx.object)
    this.fingers = new Fingers(this.realm, new TaroListeners(this.wx.object, (problem) => this.report(problem)), { share: (button) => void this.share(button), agreePrivacy: (id) => this.privacy.tapped(id) })
    this.unwatch = watchRejections({
      owns: (promise) => promise instanceof this.realm.Promise,
      report: (reason) => {
        this.report(`unhandled rejection: ${describe(reason)}`)
        this.listeners.tell('UnhandledRejection', { reason: describe(reason) })
        this.stage.callApp('onUnhandledRejection', { reason: describe(reason) })
      },
    })
    this.stage.launch(start as Record<string, unknown>)
    this.wx.watch()
    const { path } = start as { path: string }
    const failed = this.stage.go(`/${path}${searchOf((start as { query: Record<string, string> }).query)}`, 'reLaunch')
    if (failed !== null) {
      this.listeners.tell('PageNotFound', { path, query: {}, isEntryPage: true })
      this.stage.callApp('onPageNotFound', { path, query: {}, isEntryPage: true })
    }
  }

  /** Every call of `wx` so far, and of `wx.cloud` as `cloud.x`. */
  get wxCalls(): readonly WxCall[] {
    return this.wire.calls
  }

  /** Calls of one API. */
  calls(name: string): unknown[] {
    return this.wire.calls.filter((call) => call.name === name).map(({ input }) => input)
  }

  /** Names on `wx` that the running app looked for and this host does not have. */
  get absent(): readonly string[] {
    return [...this.wx.absent]
  }

  /** What each page cost, by route. */
  get stats(): Readonly<Record<string, PageStats>> {
    return this.stage.stats
  }

  /** Scripts of the build that ran so far, as paths in it: what a phone had to fetch and read. */
  get scripts(): readonly string[] {
    return this.stage.loader.files
  }

  /** Routes of all pages of all packages. */
  get pages(): readonly string[] {
    return this.stage.files.pages
  }

  page(): CurrentPage {
    const top = this.stage.top
    if (!top) throw new Error(`there is no page\n${this.troubles()}`)
    return { route: top.instance.path, query: top.query, title: top.title, stack: this.stage.pages.map(({ instance }) => instance.path) }
  }

  /** All words that one sees on the current page, a line per block; what an input holds, or its placeholder, included. */
  text(): string {
    const tree = this.stage.top?.tree
    return tree ? wordsOf(tree, this.fingers.typed) : ''
  }

  /** The one visible element that matches. Throws with the page's words if there is none, or if there are several. */
  find(matcher: Matcher): Found {
    return asFound(this.node(matcher), this.fingers.typed)
  }

  /** All visible elements that match; none is an empty list. */
  findAll(matcher: Matcher): Found[] {
    const tree = this.stage.top?.tree
    return tree ? findAll(tree, matcher, this.fingers.typed).map((node) => asFound(node, this.fingers.typed)) : []
  }

  /** Taps the element as soon as it is there, and lets the page react. Throws if nobody listens; a disabled button does nothing. */
  async tap(matcher: Matcher, patience: Patience = {}): Promise<void> {
    await this.act(matcher, patience, 'tap', (node) => {
      this.taps.push(labelOf(node) ?? wordsOf(node, this.fingers.typed).replace(/\n/g, ' '))
      this.fingers.tap(node)
    })
  }

  /** Replaces what stands in an input, as far as its maxlength allows. */
  async type(matcher: Matcher, value: string, patience: Patience = {}): Promise<void> {
    await this.act(matcher, patience, 'type into', (node) => this.fingers.type(node, value))
  }

  /** What a picker, slider, switch or group reports: `change({label: '日期'}, {value: '2024-05-01'})`. */
  async change(matcher: Matcher, detail: unknown, patience: Patience = {}): Promise<void> {
    await this.act(matcher, patience, 'change', (node) => this.fingers.change(node, detail))
  }

  /** Any other event: confirm, scroll, scrolltolower, longpress, load, error, getphonenumber … */
  async fire(matcher: Matcher, type: string, detail: unknown = {}, patience: Patience = {}): Promise<void> {
    await this.act(matcher, patience, type, (node) => {
      if (!this.fingers.hears(node, type.toLowerCase())) throw new Error(`nobody listens to ${type} of <${node.tag}>`)
      this.fingers.fire(node, type, detail)
    })
  }

  /** Pulls the page down, or scrolls to its end. */
  async pull(hook: 'onPullDownRefresh' | 'onReachBottom'): Promise<void> {
    const top = this.stage.top
    if (!top?.instance.method(hook)) throw new Error(`the page has no ${hook}`)
    this.stage.callPage(top, hook)
    await this.react()
  }

  /** Waits until the page says it (a string or pattern), or until the test's own condition holds. */
  async until(condition: string | RegExp | ((host: Host) => boolean), { timeout = usualPatience }: Patience = {}): Promise<void> {
    const holds = (): boolean => {
      if (typeof condition === 'function') return condition(this)
      return typeof condition === 'string' ? this.text().includes(condition) : condition.test(this.text())
    }
    const name = typeof condition === 'function' ? 'the condition' : describeMatcher(condition)
    await this.look(holds, timeout, () => `${name} did not come true in ${timeout} ms`)
  }

  /** Waits until nothing is going on: nothing to draw, no call unanswered, no timer due soon. */
  async settled({ timeout = usualPatience }: Patience = {}): Promise<void> {
    await this.look(() => !this.stage.drawing && this.wire.inFlight === 0 && !this.realm.busyWithin(soon), timeout, () => `the page did not come to rest in ${timeout} ms`, 3)
  }

  /** Waits until the current page has a picture, or until it is clear that there will be none. */
  async drawn({ timeout = usualPatience }: Patience = {}): Promise<void> {
    await this.look(() => this.stage.top === null || this.stage.top.tree !== null, timeout, () => 'no picture of the page')
    await this.react()
  }

  /** Goes to a page as `wx.navigateTo` would (or in another way), and waits until it has come to rest. */
  async navigate(url: string, way: Way = 'navigateTo'): Promise<void> {
    this.go(url, way)
    await this.react()
  }

  /** The phone's own back. */
  async back(delta = 1): Promise<void> {
    this.goBack(delta)
    await this.react()
  }

  /** From now on an API answers this; also before the first call with `launchHost({wx})`. */
  answer(name: string, answer: WxAnswer): void {
    this.wx.set(name, answer)
  }

  /** Puts the cloud up with these handlers, or takes it down. */
  setCloud(handlers: CloudHandlers | null): void {
    this.cloud = handlers
  }

  /** Files that the person will pick at the next chooseMedia, chooseImage or chooseMessageFile. */
  setAlbum(files: readonly AlbumFile[]): void {
    this.album = files
  }

  /** The network comes or goes, and the app is told; the cloud is a matter of its own. */
  async setNetwork(networkType: 'wifi' | '4g' | 'none'): Promise<void> {
    this.network = networkType
    this.listeners.tell('NetworkStatusChange', { isConnected: networkType !== 'none', networkType })
    await this.react()
  }

  /** The app goes to the background, and comes back, perhaps from elsewhere. */
  async hide(): Promise<void> {
    if (this.stage.top) this.stage.callPage(this.stage.top, 'onHide')
    this.stage.callApp('onHide', {})
    this.listeners.tell('AppHide', {})
    await this.react()
  }

  async show(scene = 1001): Promise<void> {
    const options = { path: this.page().route, query: this.page().query, scene, referrerInfo: {} }
    this.stage.callApp('onShow', options)
    this.listeners.tell('AppShow', options)
    if (this.stage.top) this.stage.callPage(this.stage.top, 'onShow')
    await this.react()
  }

  /** What the page would put on the card when it is shared; from the menu if no button is named. */
  share(button?: ElementNode): { title?: string; path?: string; imageUrl?: string } | null {
    const top = this.stage.top
    if (!top?.instance.method('onShareAppMessage')) {
      if (button) this.report(`${top?.instance.path ?? 'no page'} has a share button and no onShareAppMessage`)
      return null
    }
    const target = button ? { id: idOf(button), dataset: datasetOf(button) } : undefined
    const card = this.stage.callPage(top, 'onShareAppMessage', { from: button ? 'button' : 'menu', target })
    this.wire.record('shareAppMessage', card)
    return card === undefined ? null : JSON.parse(this.realm.stringify(card) ?? 'null') as { title?: string }
  }

  /** The current page as one HTML document, for a picture of it. */
  html(): string {
    const top = this.stage.top
    return top?.tree ? staticHtml(top.tree, top.instance.path, this.compiled, this.options.build, this.fingers.typed) : ''
  }

  /** Ends the app as WeChat does: at once, without a word to it. */
  close(): void {
    if (this.closed) return
    this.closed = true
    // What was rejected in this very turn is raised after it.
    setImmediate(() => this.unwatch())
    this.wire.close()
    this.stage.dispose()
    this.realm.dispose()
    this.stage.renderer.realm.dispose()
  }

  private start(build: BuildFiles): object {
    const { route, query } = readUrl(this.options.path ?? build.pages[0] ?? '')
    return { path: route, query: { ...query, ...this.options.query }, scene: this.options.scene ?? 1001, referrerInfo: {}, apiCategory: 'default', forwardMaterials: [] }
  }

  private go(url: string, way: Way): void {
    const failed = this.stage.go(url, way)
    if (failed !== null) throw new WxFailure(failed)
    this.fingers.letGo()
  }

  private goBack(delta: number): void {
    const failed = this.stage.back(delta)
    if (failed !== null) throw new WxFailure(failed)
    this.fingers.letGo()
  }

  private node(matcher: Matcher): ElementNode {
    const tree = this.stage.top?.tree
    if (!tree) throw new Error(`there is no page to look at\n${this.troubles()}`)
    try {
      return findOne(tree, matcher, this.fingers.typed)
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${this.troubles()}`)
    }
  }

  private async act(matcher: Matcher, { timeout = usualPatience }: Patience, verb: string, act: (node: ElementNode) => void): Promise<void> {
    const present = (): boolean => {
      const tree = this.stage.top?.tree
      return tree !== null && tree !== undefined && findAll(tree, matcher, this.fingers.typed).length > 0
    }
    await this.look(present, timeout, () => `nothing matches ${describeMatcher(matcher)}, to ${verb}, in ${timeout} ms`)
    const node = this.node(matcher)
    try {
      act(node)
    } catch (error) {
      throw new Error(`${describeMatcher(matcher)}: ${(error as Error).message} (aria-label ${String(attribute(node, 'aria-label') ?? 'none')})\n${this.troubles()}`)
    }
    await this.react()
  }

  /** Lets the page do what it does at once; what takes longer is for `until`. */
  private async react(): Promise<void> {
    const end = Date.now() + reactionTime
    let quiet = 0
    while (quiet < 2 && Date.now() < end) {
      await wait(lookEvery)
      quiet = this.stage.drawing || this.realm.busyWithin(soon) ? 0 : quiet + 1
    }
  }

  /** Looks again and again; gives up with what the page says. `times`: how often in a row it must hold. */
  private async look(holds: () => boolean, timeout: number, problem: () => string, times = 1): Promise<void> {
    const end = Date.now() + timeout
    let held = 0
    for (;;) {
      held = holds() ? held + 1 : 0
      if (held >= times) return
      if (Date.now() > end) throw new Error(`${problem()}\n${this.troubles()}`)
      await wait(lookEvery)
    }
  }

  /** Where we are, what is to be read there, and what has gone wrong. */
  private troubles(): string {
    const top = this.stage.top
    const wrong = this.errors.length > 0 ? `\n--- errors ---\n${this.errors.join('\n')}` : ''
    return `--- ${top?.instance.path ?? 'no page'} ---\n${this.text() || '(no words)'}${wrong}`
  }

  private report(problem: string): void {
    if (!this.errors.includes(problem)) this.errors.push(problem)
  }

  private uncaught(error: unknown, where: string): void {
    this.report(`${where}: ${describe(error)}`)
    // An app that fails while it is told of a failure must not be told for ever.
    if (where === 'App.onError' || where === 'onError') return
    this.listeners.tell('Error', { message: describe(error), stack: '' })
    this.stage.callApp('onError', describe(error))
  }
}

function searchOf(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Launches a build and waits until its first page is drawn. */
export async function launchHost(options: LaunchOptions): Promise<Host> {
  const host = new Host(options)
  try {
    await host.drawn()
  } catch (error) {
    host.close()
    throw error
  }
  return host
}
