import type { Instance } from '../instance'
import type { Realm } from '../realm'
import type { ElementNode } from '../tree'
import { datasetOf, downwards, idOf } from '../tree'

/** There is no layout here: every element that exists is one row of a list. */
const row = { left: 0, right: 375, top: 0, bottom: 44, width: 375, height: 44 }
const unscrolled = { scrollLeft: 0, scrollTop: 0, scrollWidth: 375, scrollHeight: 724 }

type Answer = (nodes: readonly ElementNode[], one: boolean) => unknown

function matches(node: ElementNode, selector: string): boolean {
  const last = selector.trim().split(/[\s>]+/).at(-1) ?? ''
  if (last.startsWith('#')) return idOf(node) === last.slice(1)
  if (last.startsWith('.')) return String(node.attrs['class'] ?? '').split(/\s+/).includes(last.slice(1))
  return node.tag === last
}

function factsOf(node: ElementNode): object {
  return { id: idOf(node), dataset: datasetOf(node), ...row, ...unscrolled }
}

/** `wx.createSelectorQuery()`: says whether an element is there; its size is made up. */
export function makeSelectorQuery(realm: Realm, tree: () => ElementNode | null): (scope: Instance | null) => unknown {
  return () => {
    const wishes: { answer: () => unknown; then: unknown }[] = []
    const query = realm.adopt({}) as Record<string, unknown>
    const found = (selector: string): ElementNode[] => {
      const root = tree()
      return root ? [...downwards(root)].filter((node) => matches(node, selector)) : []
    }
    const picker = (selector: string, one: boolean): unknown => {
      const ask = (answer: Answer) => (...input: unknown[]): unknown => {
        wishes.push({ answer: () => answer(found(selector), one), then: input.find((value) => typeof value === 'function') })
        return query
      }
      const facts: Answer = (nodes) => one ? nodes[0] ? factsOf(nodes[0]) : null : nodes.map(factsOf)
      return realm.adopt({
        boundingClientRect: ask(facts), fields: ask(facts),
        scrollOffset: ask((nodes) => nodes[0] ? { id: idOf(nodes[0]), dataset: datasetOf(nodes[0]), ...unscrolled } : null),
        node: ask(() => ({ node: null })), context: ask(() => ({ context: null })),
      })
    }
    Object.assign(query, {
      in: () => query,
      select: (selector: string) => picker(selector, true),
      selectAll: (selector: string) => picker(selector, false),
      selectViewport: () => {
        const ask = (then?: unknown): unknown => {
          wishes.push({ answer: () => ({ id: '', dataset: {}, left: 0, right: 375, top: 0, bottom: 724, width: 375, height: 724, ...unscrolled }), then })
          return query
        }
        return realm.adopt({ boundingClientRect: ask, scrollOffset: ask, fields: (_: unknown, then?: unknown) => ask(then) })
      },
      exec: (done?: unknown) => {
        const set = realm.context['setTimeout'] as (work: () => void, delay: number) => void
        set(() => {
          const answers = wishes.map(({ answer, then }) => {
            const result = realm.adopt(answer())
            if (typeof then === 'function') Reflect.apply(then, undefined, [result])
            return result
          })
          if (typeof done === 'function') Reflect.apply(done, undefined, [realm.adopt(answers)])
        }, 0)
        return query
      },
    })
    return query
  }
}

/** `wx.createIntersectionObserver()`: everything is in sight, and stays there. */
export function makeIntersectionObserver(realm: Realm): unknown {
  const observer = realm.adopt({}) as Record<string, unknown>
  Object.assign(observer, {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    disconnect: () => undefined,
    observe: (selector: string, done: unknown) => {
      if (typeof done !== 'function') return
      const set = realm.context['setTimeout'] as (work: () => void, delay: number) => void
      set(() => Reflect.apply(done, undefined, [realm.adopt({ id: selector.replace('#', ''), dataset: {}, intersectionRatio: 1, boundingClientRect: row, intersectionRect: row, relativeRect: row, time: 0 })]), 0)
    },
  })
  return observer
}
