import type { ElementNode, TreeNode } from './tree'
import { attribute, flag } from './tree'

const inline = new Set(['text', 'span', 'label', 'icon', 'navigator-text'])
/** Elements that arrange others and are not themselves seen. */
const transparent = new Set(['comp', 'custom-wrapper'])

/** What the person typed, by element id; the markup only knows what the page last set. */
export type Typed = ReadonlyMap<string, string>

export function isHidden(node: ElementNode): boolean {
  return flag(node, 'hidden') || /(^|;)\s*display\s*:\s*none\b/.test(String(node.attrs['style'] ?? ''))
}

export function isInput(node: ElementNode): boolean {
  return node.tag === 'input' || node.tag === 'textarea'
}

/** What stands in an input: what was typed, else what the page set. */
export function inputValue(node: ElementNode, typed: Typed): string {
  return typed.get(String(node.attrs['id'] ?? '')) ?? String(node.attrs['value'] ?? '')
}

function collect(nodes: readonly TreeNode[], typed: Typed, lines: string[]): void {
  for (const node of nodes) {
    if (node.kind === 'text') {
      lines.push(`${lines.pop() ?? ''}${node.text}`)
      continue
    }
    if (isHidden(node)) continue
    const breaks = !inline.has(node.tag) && !transparent.has(node.tag)
    if (breaks) lines.push('')
    if (isInput(node)) lines.push(inputValue(node, typed) || String(attribute(node, 'placeholder') ?? ''))
    else if (node.tag === 'rich-text') lines.push(String(node.attrs['nodes'] ?? '').replace(/<[^>]*>/g, ''))
    else collect(node.children, typed, lines)
    if (breaks) lines.push('')
  }
}

/** The words that one sees, a line per block. */
export function wordsOf(node: ElementNode, typed: Typed): string {
  const lines: string[] = ['']
  collect([node], typed, lines)
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n')
}
