export type Method = (...args: unknown[]) => unknown
export type Fields = Record<string, unknown>

/** What `Page({…})` or `Component({…})` was given. */
export type Registration = Fields

/** A living page or custom component: its `this` for the bundle, and what the view last heard of it. */
export class Instance {
  /** Components inside this one's own markup, by their place in it. */
  readonly children = new Map<string, Instance>()
  /** Properties as last passed in; one that is the same object again did not change. */
  readonly passed = new Map<string, unknown>()
  alive = true

  constructor(
    readonly kind: 'page' | 'component',
    /** Path in the build, without ending. */
    readonly path: string,
    readonly registration: Registration,
    /** `this` inside the bundle. */
    readonly self: Fields,
    /** Data as the view has it; the bundle never sees this object. */
    readonly shown: Fields,
    readonly page: Instance | null,
  ) {}

  method(name: string): Method | null {
    const found = this.self[name]
    return typeof found === 'function' ? found as Method : null
  }

  /** Which page's statistics this counts for. */
  get route(): string {
    return this.page?.path ?? this.path
  }
}

/** A component's hook: in `lifetimes`, or at the top as older code has it. */
export function lifetime(instance: Instance, name: string): Method | null {
  const nested = instance.registration['lifetimes']
  const found = (typeof nested === 'object' && nested !== null ? Reflect.get(nested, name) as unknown : undefined) ?? instance.registration[name]
  return typeof found === 'function' ? found as Method : null
}

/** What a property is before anyone passed it; `properties: {i: Object}` and `{i: {type, value}}` are both in use. */
export function propertyDefaults(registration: Registration): Map<string, unknown> {
  const declared = registration['properties']
  const defaults = new Map<string, unknown>()
  if (typeof declared !== 'object' || declared === null) return defaults
  for (const [name, wish] of Object.entries(declared)) {
    const type = typeof wish === 'function' ? wish : (wish as { type?: unknown } | null)?.type
    const value = typeof wish === 'object' && wish !== null ? (wish as { value?: unknown }).value : undefined
    defaults.set(name, value ?? emptyOf(typeof type === 'function' ? type.name : ''))
  }
  return defaults
}

function emptyOf(type: string): unknown {
  if (type === 'String') return ''
  if (type === 'Number') return 0
  if (type === 'Boolean') return false
  if (type === 'Array') return []
  return null
}
