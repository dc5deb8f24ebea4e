import type { Realm } from './realm'
import type { Binding, ElementNode } from './tree'
import { bindingsOf, datasetOf, idOf, upwards } from './tree'

/** Events that climb; the others stay on the element that raised them. */
const climbing = new Set([
  'tap', 'longtap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'touchforcechange',
  'transitionend', 'animationstart', 'animationiteration', 'animationend',
])

interface Called {
  readonly node: ElementNode
  readonly binding: Binding
}

/** The handlers that an event would reach, in the order in which WeChat calls them. */
export function listenersFor(node: ElementNode, type: string): Called[] {
  const path = climbing.has(type) ? [...upwards(node)] : [node]
  const bound = path.flatMap((here) => bindingsOf(here).filter(({ event }) => event === type).map((binding) => ({ node: here, binding })))
  const capturing = bound.filter(({ binding }) => binding.capture).reverse()
  const ordered = [...capturing, ...bound.filter(({ binding }) => !binding.capture)]
  const stop = ordered.findIndex(({ binding }) => binding.stops)
  return stop < 0 ? ordered : ordered.slice(0, stop + 1)
}

function about(node: ElementNode): Record<string, unknown> {
  return { id: idOf(node), offsetLeft: 0, offsetTop: 0, dataset: datasetOf(node) }
}

/** Seen from outside a component, an event inside it comes from the component. */
function targetSeenBy(listener: ElementNode, target: ElementNode): ElementNode {
  for (const node of upwards(target)) if (node.owner === listener.owner) return node
  return listener
}

/** Raises an event on an element and calls the methods that the markup names for it. */
export function dispatchEvent(realm: Realm, target: ElementNode, type: string, detail: unknown): void {
  const mark: Record<string, unknown> = {}
  for (const node of [...upwards(target)].reverse()) {
    for (const [name, value] of Object.entries(node.attrs)) if (name.startsWith('mark:')) mark[name.slice(5)] = value
  }
  const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
  const touched = /^(tap|long|touch)/.test(type)
  for (const { node, binding } of listenersFor(target, type)) {
    const method = node.owner.method(binding.handler)
    // Its absence was reported when the page was drawn.
    if (!method || !node.owner.alive) continue
    const event = realm.adopt({
      type, timeStamp: Date.now(), mark, detail,
      target: about(targetSeenBy(node, target)), currentTarget: about(node),
      ...touched ? { touches: type === 'touchend' || type === 'tap' ? [] : [touch], changedTouches: [touch] } : {},
    })
    realm.enter(`${binding.handler} for ${type} in ${node.owner.route}`, () => Reflect.apply(method, node.owner.self, [event]))
  }
}
