/** A shallow copy of a container, or a new one (a list if `list`) where there was none, made in the realm that will read it. */
export type CopyContainer = (held: unknown, list: boolean) => object

/** Source of a `CopyContainer`, to be evaluated inside a realm. */
export const copyContainer = `(held, list) => Array.isArray(held) ? held.slice()
  : held !== null && typeof held === 'object' ? Object.assign({}, held)
  : list ? [] : {}`

/** `root.cn.[0].cn[1].v` → root, cn, 0, cn, 1, v; a number is an index into a list. */
export function readPath(path: string): (string | number)[] {
  const steps: (string | number)[] = []
  for (const found of path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)) {
    steps.push(found[1] === undefined ? found[2] ?? '' : Number(found[1]))
  }
  return steps
}

/**
 * Sets a value deep inside data and copies each container on the way, so that a part whose identity stays the same is
 * a part that did not change.
 */
export function setByPath(data: object, path: string, value: unknown, copy: CopyContainer): void {
  const steps = readPath(path)
  const last = steps.pop()
  if (last === undefined) return
  let holder = data
  steps.forEach((step, at) => {
    const inner = copy(Reflect.get(holder, step), typeof (steps[at + 1] ?? last) === 'number')
    Reflect.set(holder, step, inner)
    holder = inner
  })
  Reflect.set(holder, last, value)
}
