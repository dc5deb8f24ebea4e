import type { Typed } from './page-words'
import { isHidden, isInput, wordsOf } from './page-words'
import type { ElementNode } from './tree'
import { attribute, idOf, isDisabled, upwards } from './tree'

/** Several wishes at once; all must hold. */
export interface Wish {
  /** All words of the element: the whole of them for a string, any part for a pattern. */
  readonly text?: string | RegExp
  readonly label?: string | RegExp
  readonly placeholder?: string | RegExp
  /** One class name. */
  readonly class?: string
  readonly id?: string
  readonly tag?: string
  /** Only inside this element. */
  readonly within?: Matcher
  /** Which of several, from 0; without it more than one is a mistake. */
  readonly nth?: number
}

/**
 * How a person would point at something. A string is tried as the whole text of an element, then as its aria-label, then as
 * a placeholder, then as a part of a text; a pattern is tried on the text and the label.
 */
export type Matcher = string | RegExp | Wish

/** An element of the page, for a test to look at. */
export interface Found {
  readonly tag: string
  readonly text: string
  readonly id: string
  readonly classes: readonly string[]
  readonly label: string | null
  /** It, or the button or input around it. */
  readonly disabled: boolean
  readonly attrs: Readonly<Record<string, unknown>>
}

const components = new Set(['comp', 'custom-wrapper', 'page'])

function* visible(node: ElementNode): Generator<ElementNode> {
  if (isHidden(node)) return
  if (!components.has(node.tag)) yield node
  for (const child of node.children) if (child.kind === 'element') yield* visible(child)
}

export function labelOf(node: ElementNode): string | null {
  const label = attribute(node, 'aria-label')
  return typeof label === 'string' && label !== '' ? label : null
}

function classesOf(node: ElementNode): string[] {
  return String(node.attrs['class'] ?? '').split(/\s+/).filter((name) => name !== '')
}

function says(actual: string | null, wanted: string | RegExp): boolean {
  if (actual === null) return false
  return typeof wanted === 'string' ? actual === wanted : wanted.test(actual)
}

/** The innermost of those that match: a word is also a word of everything around it. */
function innermost(nodes: readonly ElementNode[]): ElementNode[] {
  const around = new Set<ElementNode>()
  for (const node of nodes) for (const above of upwards(node)) if (above !== node) around.add(above)
  return nodes.filter((node) => !around.has(node))
}

function candidates(root: ElementNode, matcher: Matcher, typed: Typed): ElementNode[] {
  const all = [...visible(root)]
  const words = (node: ElementNode): string => wordsOf(node, typed).replace(/\n/g, ' ')
  const placeholder = (node: ElementNode): string | null => isInput(node) ? String(attribute(node, 'placeholder') ?? '') : null
  if (typeof matcher === 'string') {
    const ways: ((node: ElementNode) => boolean)[] = [
      (node) => words(node) === matcher,
      (node) => labelOf(node) === matcher,
      (node) => placeholder(node) === matcher,
      (node) => words(node).includes(matcher),
    ]
    for (const way of ways) {
      const found = innermost(all.filter(way))
      if (found.length > 0) return found
    }
    return []
  }
  if (matcher instanceof RegExp) return innermost(all.filter((node) => matcher.test(words(node)) || says(labelOf(node), matcher)))
  const { text } = matcher
  const held = all.filter((node) => (matcher.label === undefined || says(labelOf(node), matcher.label))
    && (matcher.placeholder === undefined || says(placeholder(node), matcher.placeholder))
    && (matcher.class === undefined || classesOf(node).includes(matcher.class))
    && (matcher.id === undefined || idOf(node) === matcher.id)
    && (matcher.tag === undefined || node.tag === matcher.tag)
    && (text === undefined || says(words(node), text)))
  return text === undefined ? held : innermost(held)
}

export function describeMatcher(matcher: Matcher): string {
  if (typeof matcher === 'string') return `'${matcher}'`
  if (matcher instanceof RegExp) return String(matcher)
  return Object.entries(matcher).map(([name, value]) => `${name} ${typeof value === 'number' ? value : describeMatcher(value as Matcher)}`).join(', ')
}

/** Every element that matches, in reading order. */
export function findAll(root: ElementNode, matcher: Matcher, typed: Typed): ElementNode[] {
  const wish = typeof matcher === 'object' && !(matcher instanceof RegExp) ? matcher : null
  const inside = wish?.within === undefined ? [root] : findAll(root, wish.within, typed)
  const found = inside.flatMap((place) => candidates(place, matcher, typed))
  if (wish?.nth === undefined) return found
  const chosen = found[wish.nth]
  return chosen ? [chosen] : []
}

/** The one element that matches; none or several is an error that says so. */
export function findOne(root: ElementNode, matcher: Matcher, typed: Typed): ElementNode {
  const found = findAll(root, matcher, typed)
  const [first] = found
  if (first && found.length === 1) return first
  const many = found.map((node) => `<${node.tag} class="${classesOf(node).join(' ')}"> ${wordsOf(node, typed).replace(/\n/g, ' ').slice(0, 40)}`)
  throw new Error(first
    ? `${found.length} elements match ${describeMatcher(matcher)}; say which with nth or within:\n${many.join('\n')}`
    : `nothing matches ${describeMatcher(matcher)}`)
}

export function asFound(node: ElementNode, typed: Typed): Found {
  return {
    tag: node.tag, text: wordsOf(node, typed), id: idOf(node), classes: classesOf(node), label: labelOf(node),
    disabled: isDisabled(node), attrs: node.attrs,
  }
}
