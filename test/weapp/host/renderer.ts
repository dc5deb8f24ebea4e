import type { BuildFiles } from './build-files'
import type { Fields, Registration } from './instance'
import { Instance, propertyDefaults } from './instance'
import { Realm } from './realm'
import type { CopyContainer } from './set-by-path'
import { copyContainer, setByPath } from './set-by-path'
import type { ElementNode, TreeNode } from './tree'
import { bindingsOf } from './tree'

/** A node as `$gwx` makes it. */
interface RawNode {
  readonly tag: string
  readonly attr?: Record<string, unknown>
  /** Attributes before `$gwx` copied them; see `rememberGiven`. */
  readonly given?: Readonly<Record<string, unknown>>
  readonly children: readonly (RawNode | string | number)[]
}

type Generate = (data: unknown) => RawNode

/**
 * `$gwx` copies every object that it passes to a component, and with the copy goes the knowledge of whether it changed.
 * We let it keep the original beside the copy.
 */
const copying = 'var value = $gdc( raw, "", 2 );'
const rememberGiven = `${copying} (node.given = node.given || {})[attrname] = raw;`

/** What a render changed besides the picture. */
export interface Rendered {
  readonly tree: ElementNode
  readonly attached: readonly Instance[]
  readonly detached: readonly Instance[]
}

export interface RendererParts {
  readonly files: BuildFiles
  readonly markup: string
  /** The component that a path registered, if its script ran. */
  component(path: string): Registration | undefined
  /** Makes the bundle's side of a component. */
  newComponent(path: string, registration: Registration, page: Instance, shown: Fields): Instance
  /** Gives the bundle's side of a component a property that changed. */
  passProperty(instance: Instance, name: string, json: string | undefined): void
  report(problem: string): void
}

/** The view's half of a mini-program: it knows data and markup only, in a realm of its own, as on a phone. */
export class Renderer {
  readonly realm: Realm
  readonly copy: CopyContainer
  private readonly generators = new Map<string, Generate>()
  private readonly gwx: (path: string) => Generate | undefined

  constructor(private readonly parts: RendererParts) {
    this.realm = new Realm({
      uncaught: (error, where) => parts.report(`view, ${where}: ${String(error)}`),
      // The compiled markup says what is wrong with it (a template that does not exist, endless recursion) by console.warn.
      console: (level, words) => { if (level !== 'log') parts.report(`wxml: ${words.replace('WXMLRT_$gwx:', '')}`) },
    })
    this.realm.define('window', this.realm.context)
    if (!parts.markup.includes(copying)) throw new Error('this wcc writes code that the renderer does not know')
    this.realm.run(parts.markup.replace(copying, () => rememberGiven), 'wxml.js')
    this.gwx = this.realm.run('$gwx', 'wxml.js') as Renderer['gwx']
    this.copy = this.realm.run(copyContainer, 'copy.js') as CopyContainer
  }

  /** Data as the view gets it: text over a wire, made into the view's own objects. */
  receive(instance: Instance, json: string): void {
    for (const [path, value] of Object.entries(this.realm.parse(json) as object)) setByPath(instance.shown, path, value, this.copy)
  }

  render(page: Instance): Rendered {
    const attached: Instance[] = []
    const seen = new Set<Instance>([page])
    const root: ElementNode = { kind: 'element', tag: 'page', attrs: {}, children: [], parent: null, owner: page, component: null }
    const draw = { page, attached, seen }
    root.children.push(...this.expand(this.generate(page), page, root, [], draw))
    const detached = forget(page, seen)
    return { tree: root, attached, detached }
  }

  private generate(instance: Instance): RawNode['children'] {
    const path = `${instance.path}.wxml`
    const generate = this.generators.get(path) ?? this.gwx(path)
    if (!generate) {
      this.parts.report(`${path} is not in the build`)
      return []
    }
    this.generators.set(path, generate)
    const tree = this.realm.enter(path, () => generate(instance.shown)) as RawNode | undefined
    return tree?.children ?? []
  }

  private expand(
    raw: RawNode['children'], owner: Instance, parent: ElementNode, slotted: readonly TreeNode[],
    draw: { page: Instance; attached: Instance[]; seen: Set<Instance> },
  ): TreeNode[] {
    const nodes: TreeNode[] = []
    const components = this.parts.files.componentsOf(owner.path)
    for (const node of raw) {
      if (typeof node !== 'object') {
        nodes.push({ kind: 'text', text: String(node) })
        continue
      }
      const tag = node.tag.replace(/^wx-/, '')
      if (tag === 'virtual' || tag === 'block') {
        nodes.push(...this.expand(node.children, owner, parent, slotted, draw))
        continue
      }
      if (tag === 'slot') {
        nodes.push(...slotted)
        continue
      }
      const attrs = node.attr ?? {}
      const where = components.get(tag)
      const component = where === undefined ? null : this.componentAt(where, tag, node, owner, draw)
      const element: ElementNode = { kind: 'element', tag, attrs, children: [], parent, owner, component }
      const inner = this.expand(node.children, owner, element, slotted, draw)
      element.children.push(...component ? this.expand(this.generate(component), component, element, inner, draw) : inner)
      this.checkHandlers(element)
      nodes.push(element)
    }
    return nodes
  }

  /** The component that stands in this place of its owner's markup: the one from before, or a new one. */
  private componentAt(
    path: string, tag: string, { attr: attrs = {}, given = {} }: RawNode, owner: Instance,
    draw: { page: Instance; attached: Instance[]; seen: Set<Instance> },
  ): Instance | null {
    const registration = this.parts.component(path)
    if (!registration) {
      this.parts.report(`<${tag}> in ${owner.path}.wxml: ${path}.js did not call Component()`)
      return null
    }
    const sid = (attrs['i'] as { sid?: unknown } | undefined)?.sid ?? attrs['id']
    const base = `${tag} ${String(sid ?? '')}`
    let key = base
    let before = owner.children.get(key)
    for (let copy = 1; before && draw.seen.has(before); copy++) {
      key = `${base} ${copy}`
      before = owner.children.get(key)
    }
    const instance = before ?? this.parts.newComponent(path, registration, draw.page, this.realm.adopt({}) as Fields)
    if (!before) {
      owner.children.set(key, instance)
      draw.attached.push(instance)
    }
    draw.seen.add(instance)
    for (const [name, empty] of propertyDefaults(registration)) {
      // What a component set for itself stands until what its owner passes really changes.
      if (instance.passed.has(name) && given[name] === instance.passed.get(name)) continue
      instance.passed.set(name, given[name])
      const value = attrs[name] ?? this.realm.adopt(empty)
      instance.shown[name] = value
      this.parts.passProperty(instance, name, this.realm.stringify(value))
    }
    return instance
  }

  private checkHandlers(node: ElementNode): void {
    for (const { event, handler } of bindingsOf(node)) {
      if (!node.owner.method(handler)) {
        this.parts.report(`<${node.tag}> in ${node.owner.path}.wxml names '${handler}' for ${event}, but ${node.owner.path}.js has no such method`)
      }
    }
  }
}

/** Drops the components that no longer stand anywhere, inner ones first. */
function forget(instance: Instance, seen: ReadonlySet<Instance>): Instance[] {
  const gone: Instance[] = []
  for (const [key, child] of instance.children) {
    gone.push(...forget(child, seen))
    if (seen.has(child)) continue
    instance.children.delete(key)
    child.alive = false
    gone.push(child)
  }
  return gone
}
