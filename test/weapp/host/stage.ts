import { posix } from 'node:path'
import { clearImmediate, setImmediate } from 'node:timers'
import type { BuildFiles } from './build-files'
import type { CompiledBuild } from './compile-build'
import type { Fields, Registration } from './instance'
import { Instance, lifetime } from './instance'
import { ModuleLoader } from './module-loader'
import type { Realm } from './realm'
import { Renderer } from './renderer'
import type { CopyContainer } from './set-by-path'
import { copyContainer, setByPath } from './set-by-path'
import type { ElementNode } from './tree'
import { downwards } from './tree'

/** What a page cost; see 体验评分 for what is too much. */
export interface PageStats {
  /** Calls of setData, its components' included. */
  setData: number
  /** Bytes of JSON that went to the view in all, and in the largest call. */
  bytes: number
  largest: number
  /** Of the largest tree seen: elements, depth, and children of one element. */
  nodes: number
  depth: number
  children: number
}

/** A page on the stack. */
interface Shown {
  readonly instance: Instance
  readonly query: Readonly<Record<string, string>>
  title: string
  tree: ElementNode | null
  ready: boolean
}

export type Way = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'

/** WeChat's own limit. */
const deepestStack = 10
/** More than this in one setData and WeChat drops it. */
const largestData = 1024 * 1024

/** `/pages/a/index?x=1` → route and query; values stay encoded, as WeChat leaves them. */
export function readUrl(url: string): { route: string; query: Record<string, string> } {
  const start = url.indexOf('?')
  const path = start < 0 ? url : url.slice(0, start)
  const search = start < 0 ? '' : url.slice(start + 1)
  const query: Record<string, string> = {}
  for (const pair of search.split('&')) {
    const at = pair.indexOf('=')
    if (pair !== '') query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return { route: path.replace(/^\//, ''), query }
}

/** A relative url means relative to the page that one is on. */
function absolute(url: string, here: string | undefined): string {
  if (url.startsWith('/') || here === undefined) return url
  const start = url.indexOf('?')
  const path = start < 0 ? url : url.slice(0, start)
  return `/${posix.join(posix.dirname(here), path)}${url.slice(path.length)}`
}

/** The bundle's half of a mini-program: registrations, the app, the stack of pages, and what they send to the view. */
export class Stage {
  readonly pages: Shown[] = []
  readonly stats: Record<string, PageStats> = {}
  readonly renderer: Renderer
  readonly loader: ModuleLoader
  app: Fields | null = null
  /** Tabs that one has been on and that now wait, by route. */
  private readonly tabPages = new Map<string, Shown>()
  private readonly registered = new Map<string, { page: Registration | null; component: Registration | null }>()
  private running = 'app'
  private readonly waiting = new Map<Instance, (() => void)[]>()
  private renderHandle: NodeJS.Immediate | null = null
  private readonly copy: CopyContainer
  private count = 0

  constructor(
    readonly files: BuildFiles,
    compiled: CompiledBuild,
    readonly realm: Realm,
    private readonly report: (problem: string) => void,
    private readonly makeQuery: (scope: Instance) => unknown,
  ) {
    this.copy = realm.run(copyContainer, 'copy.js') as CopyContainer
    this.loader = new ModuleLoader(files, realm)
    this.renderer = new Renderer({
      files, markup: compiled.markup, report,
      component: (path) => this.registration(path).component ?? undefined,
      newComponent: (path, registration, page, shown) => this.newInstance('component', path, registration, page, shown),
      passProperty: (instance, name, json) => {
        const value = json === undefined ? undefined : realm.parse(json)
        ;(instance.self['data'] as Fields)[name] = value
        ;(instance.self['properties'] as Fields)[name] = value
      },
    })
    realm.define('App', (options: Fields) => { this.app = options })
    realm.define('Page', (options: Fields) => { this.registration(this.running).page = options })
    realm.define('Component', (options: Fields) => { this.registration(this.running).component = this.checked(options) })
    realm.define('Behavior', (options: unknown) => options)
    realm.define('getApp', () => this.app)
    realm.define('getCurrentPages', () => this.pageList())
  }

  get top(): Shown | null {
    return this.pages.at(-1) ?? null
  }

  /** Is there data that the view has not drawn yet? */
  get drawing(): boolean {
    return this.renderHandle !== null
  }

  /** Runs app.js and tells the app that it is launched. */
  launch(options: Fields): void {
    this.execute('app')
    if (!this.app) {
      this.report('app.js did not call App()')
      return
    }
    this.callApp('onLaunch', options)
    this.callApp('onShow', options)
  }

  callApp(hook: string, ...input: unknown[]): void {
    const method = this.app?.[hook]
    if (typeof method === 'function') this.realm.enter(`App.${hook}`, () => Reflect.apply(method, this.app, input.map((one) => this.realm.adopt(one))))
  }

  /** Calls a page's life cycle method, if it has it. */
  callPage(page: Shown, hook: string, ...input: unknown[]): unknown {
    const method = page.instance.method(hook)
    if (!method) return undefined
    return this.realm.enter(`${hook} of ${page.instance.path}`, () => Reflect.apply(method, page.instance.self, input.map((one) => this.realm.adopt(one))))
  }

  /** Goes to a page; a string says why it cannot. */
  go(url: string, way: Way): string | null {
    const { route, query } = readUrl(absolute(url, this.top?.instance.path))
    const isTab = this.files.tabs.includes(route)
    if (!this.files.pages.includes(route)) {
      this.report(`${way}: page '${route}' is not in app.json`)
      return `page "${route}" is not found`
    }
    if (way === 'switchTab' && !isTab) return 'can not switch to no-tabBar page'
    if ((way === 'navigateTo' || way === 'redirectTo') && isTab) return `can not ${way} a tabbar page`
    if (way === 'navigateTo' && this.pages.length >= deepestStack) return 'webview count limit exceed'

    const registration = this.pageRegistration(route)
    if (!registration) return `page "${route}" did not register`
    if (way === 'switchTab') {
      this.leaveForTab(route)
      if (this.top) return null
    } else if (way === 'navigateTo') {
      if (this.top) this.callPage(this.top, 'onHide')
    } else {
      this.unload(way === 'redirectTo' ? 1 : this.pages.length)
      if (way === 'reLaunch') this.unloadTabs()
    }
    this.show(route, query, registration)
    return null
  }

  /** Goes back; the first page stays. */
  back(delta: number): string | null {
    if (this.pages.length < 2) return 'cannot navigate back at first page'
    this.unload(Math.min(Math.max(delta, 1), this.pages.length - 1))
    if (this.top) this.callPage(this.top, 'onShow')
    return null
  }

  /** Everything ends, as when WeChat kills the app: nobody is told. */
  dispose(): void {
    if (this.renderHandle) clearImmediate(this.renderHandle)
    this.renderHandle = null
    for (const { instance } of this.pages) instance.alive = false
  }

  private pageList(): unknown {
    const list = this.realm.run('[]', 'pages.js') as unknown[]
    for (const { instance } of this.pages) list.push(instance.self)
    return list
  }

  private registration(path: string): { page: Registration | null; component: Registration | null } {
    const known = this.registered.get(path) ?? { page: null, component: null }
    this.registered.set(path, known)
    return known
  }

  private checked(options: Fields): Fields {
    for (const feature of ['observers', 'relations', 'behaviors']) {
      const used = options[feature]
      if (used !== undefined && used !== null && Object.keys(used as object).length > 0) {
        this.report(`${this.running}.js is a component with ${feature}, which this host does not know`)
      }
    }
    return options
  }

  private execute(path: string): void {
    const outer = this.running
    this.running = path
    this.realm.enter(`${path}.js`, () => this.loader.load(`${path}.js`))
    this.running = outer
  }

  /** Runs a page's script and those of the components that it may show, once. */
  private pageRegistration(route: string): Registration | null {
    const known = this.registration(route)
    if (known.page) return known.page
    const wanted = [...this.files.componentsOf(route).values()]
    const done = new Set<string>()
    for (let path = wanted.shift(); path !== undefined; path = wanted.shift()) {
      if (done.has(path)) continue
      done.add(path)
      if (!this.registration(path).component) this.execute(path)
      wanted.push(...this.files.componentsOf(path).values())
    }
    this.execute(route)
    if (!known.page && !known.component) this.report(`${route}.js did not call Page()`)
    return known.page
  }

  private show(route: string, query: Record<string, string>, registration: Registration): void {
    const instance = this.newInstance('page', route, registration, null, this.renderer.realm.adopt({}) as Fields)
    instance.self['options'] = this.realm.adopt(query)
    const title = this.files.part(route).navigationBarTitleText ?? this.files.app.window?.navigationBarTitleText ?? ''
    const page: Shown = { instance, query, title, tree: null, ready: false }
    this.pages.push(page)
    this.callPage(page, 'onLoad', query)
    this.callPage(page, 'onShow')
    this.draw(instance)
  }

  private unload(count: number): void {
    for (const page of this.pages.splice(this.pages.length - count, count).reverse()) this.end(page)
  }

  private end(page: Shown): void {
    this.callPage(page, 'onUnload')
    this.detach(page.instance)
    page.instance.alive = false
    this.tabPages.delete(page.instance.path)
  }

  /** What stands above the tab goes for good; the tab itself only steps aside, and one that was there before comes back as it was. */
  private leaveForTab(route: string): void {
    const above = this.files.tabs.includes(this.pages[0]?.instance.path ?? '') ? 1 : 0
    const onTab = this.pages.length === above
    this.unload(this.pages.length - above)
    const left = this.pages[0]
    if (left?.instance.path === route) {
      if (!onTab) this.callPage(left, 'onShow')
      return
    }
    if (left) {
      if (onTab) this.callPage(left, 'onHide')
      this.tabPages.set(left.instance.path, left)
      this.pages.pop()
    }
    const waiting = this.tabPages.get(route)
    if (!waiting) return
    this.tabPages.delete(route)
    this.pages.push(waiting)
    this.callPage(waiting, 'onShow')
  }

  private unloadTabs(): void {
    for (const page of [...this.tabPages.values()]) this.end(page)
  }

  private detach(instance: Instance): void {
    for (const child of instance.children.values()) {
      this.detach(child)
      child.alive = false
      this.callLifetime(child, 'detached')
    }
  }

  private callLifetime(instance: Instance, name: string): void {
    const hook = lifetime(instance, name)
    if (hook) this.realm.enter(`${name} of ${instance.path}`, () => Reflect.apply(hook, instance.self, []))
  }

  private newInstance(kind: Instance['kind'], path: string, registration: Registration, page: Instance | null, shown: Fields): Instance {
    const id = ++this.count
    const self = this.realm.run('({})', 'instance.js') as Fields
    const instance = new Instance(kind, path, registration, self, shown, page)
    const methods = kind === 'page' ? registration : registration['methods']
    for (const [name, value] of Object.entries((methods ?? {}) as Fields)) {
      self[name] = typeof value === 'function' ? value : this.realm.adopt(value)
    }
    const data = this.realm.stringify(registration['data'] ?? {}) ?? '{}'
    self['data'] = this.realm.parse(data)
    Object.assign(shown, this.renderer.realm.parse(data))
    self['properties'] = this.realm.adopt({})
    self['is'] = path
    self['route'] = path
    self['__route__'] = path
    self['__wxExparserNodeId__'] = `node-${id}`
    self['__webviewId__'] = id
    self['renderer'] = 'webview'
    self['getPageId'] = () => `page-${page === null ? id : String(page.self['__webviewId__'])}`
    self['setData'] = (patch: unknown, done?: unknown) => this.setData(instance, patch, done)
    self['createSelectorQuery'] = () => this.makeQuery(instance)
    self['selectComponent'] = () => null
    self['selectAllComponents'] = () => this.realm.adopt([])
    self['getOpenerEventChannel'] = () => this.realm.adopt({ on: () => undefined, once: () => undefined, off: () => undefined, emit: () => undefined })
    if (kind === 'component') this.callLifetime(instance, 'created')
    return instance
  }

  private setData(instance: Instance, patch: unknown, done: unknown): void {
    if (!instance.alive) return
    const json = this.realm.stringify(patch) ?? '{}'
    const bytes = Buffer.byteLength(json)
    const stats = this.statsOf(instance.route)
    stats.setData += 1
    stats.bytes += bytes
    stats.largest = Math.max(stats.largest, bytes)
    if (bytes > largestData) this.report(`setData of ${bytes} bytes on ${instance.route}: WeChat refuses more than ${largestData}`)
    for (const [path, value] of Object.entries(this.realm.parse(json) as object)) setByPath(instance.self['data'] as Fields, path, value, this.copy)
    this.renderer.receive(instance, json)
    this.draw(instance.page ?? instance, typeof done === 'function' ? () => Reflect.apply(done, instance.self, []) : undefined)
  }

  private statsOf(route: string): PageStats {
    return this.stats[route] ??= { setData: 0, bytes: 0, largest: 0, nodes: 0, depth: 0, children: 0 }
  }

  /** Draws a page a little later, once for all that is asked until then. */
  private draw(page: Instance, done?: () => void): void {
    const callbacks = this.waiting.get(page) ?? []
    if (done) callbacks.push(done)
    this.waiting.set(page, callbacks)
    this.renderHandle ??= setImmediate(() => {
      this.renderHandle = null
      const due = [...this.waiting]
      this.waiting.clear()
      for (const [instance, then] of due) this.drawNow(instance, then)
    })
  }

  private drawNow(instance: Instance, then: readonly (() => void)[]): void {
    const page = [...this.pages, ...this.tabPages.values()].find((one) => one.instance === instance)
    if (!page) return
    const { tree, attached, detached } = this.renderer.render(instance)
    page.tree = tree
    this.measure(instance.path, tree)
    for (const gone of detached) this.callLifetime(gone, 'detached')
    for (const fresh of attached) this.callLifetime(fresh, 'attached')
    for (const fresh of attached) this.callLifetime(fresh, 'ready')
    for (const callback of then) this.realm.enter(`setData callback of ${instance.path}`, callback)
    if (page.ready) return
    page.ready = true
    this.callPage(page, 'onReady')
  }

  private measure(route: string, tree: ElementNode): void {
    const stats = this.statsOf(route)
    let nodes = 0
    for (const node of downwards(tree)) {
      nodes += 1
      let depth = 0
      for (let above = node.parent; above; above = above.parent) depth += 1
      stats.depth = Math.max(stats.depth, depth)
      stats.children = Math.max(stats.children, node.children.length)
    }
    stats.nodes = Math.max(stats.nodes, nodes - 1)
  }
}
