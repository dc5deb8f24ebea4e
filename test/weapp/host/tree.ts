import type { Instance } from './instance'

/** An element as WXML has it, custom components expanded in place. */
export interface ElementNode {
  readonly kind: 'element'
  /** Without `wx-`: view, text, button, comp … */
  readonly tag: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly children: TreeNode[]
  readonly parent: ElementNode | null
  /** Whose markup names this element, and so whose methods answer its events. */
  readonly owner: Instance
  /** The custom component that stands here, if one does. */
  readonly component: Instance | null
}

export interface TextNode {
  readonly kind: 'text'
  readonly text: string
}

export type TreeNode = ElementNode | TextNode

/** An element and all that holds it, inside out. */
export function* upwards(node: ElementNode): Generator<ElementNode> {
  for (let here: ElementNode | null = node; here; here = here.parent) yield here
}

/** All elements below and including one, in reading order. */
export function* downwards(node: ElementNode): Generator<ElementNode> {
  yield node
  for (const child of node.children) if (child.kind === 'element') yield* downwards(child)
}

/** WXML attributes arrive camel-cased, except those that WeChat leaves alone. */
export function attribute(node: ElementNode, name: string): unknown {
  return node.attrs[name] ?? node.attrs[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
}

/** `disabled`, `disabled="true"` and `disabled="{{true}}"` all say yes. */
export function flag(node: ElementNode, name: string): boolean {
  const value = attribute(node, name)
  return value === true || value === 'true' || (value === '' && name in node.attrs)
}

const controls = new Set(['button', 'checkbox', 'radio', 'switch', 'input', 'textarea', 'picker', 'slider'])

/** Is this, or the control that it is a part of, disabled? */
export function isDisabled(node: ElementNode): boolean {
  return [...upwards(node)].some((above) => controls.has(above.tag) && flag(above, 'disabled'))
}

export function idOf(node: ElementNode): string {
  return String(node.attrs['id'] ?? '')
}

export function datasetOf(node: ElementNode): Record<string, unknown> {
  const dataset: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node.attrs)) {
    if (name.startsWith('data-')) dataset[name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return dataset
}

/** A handler that the markup names for an event. */
export interface Binding {
  readonly event: string
  readonly handler: string
  readonly stops: boolean
  readonly capture: boolean
}

export function bindingsOf(node: ElementNode): Binding[] {
  const bindings: Binding[] = []
  for (const [name, value] of Object.entries(node.attrs)) {
    const found = /^(capture-bind|capture-catch|captureBind|captureCatch|mut-bind|bind|catch):?(.+)$/.exec(name)
    if (!found || typeof value !== 'string' || value === '') continue
    const how = found[1] ?? ''
    bindings.push({ event: (found[2] ?? '').toLowerCase(), handler: value, stops: /catch/i.test(how), capture: how.startsWith('capture') })
  }
  return bindings
}
