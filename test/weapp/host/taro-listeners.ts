import type { ElementNode } from './tree'
import { datasetOf } from './tree'

interface TaroElement {
  readonly __handlers?: Readonly<Record<string, readonly unknown[] | undefined>>
}

interface TaroDocument {
  getElementById(id: string): TaroElement | null
  createElement(tag: string): unknown
}

interface WebpackRequire {
  (id: string): unknown
  readonly m: Readonly<Record<string, { toString(): string }>>
}

function isDocument(value: unknown): value is TaroDocument {
  if (typeof value !== 'object' || value === null) return false
  return typeof Reflect.get(value, 'getElementById') === 'function' && typeof Reflect.get(value, 'createElement') === 'function'
}

/**
 * Taro's own document inside the bundle. Its markup binds `eh` to nearly everything, so that only Taro knows whether
 * anybody listens. We ask webpack, by the door through which chunks arrive, for the module that has it.
 */
function findDocument(wx: Readonly<Record<string, unknown>>): TaroDocument | null {
  const chunks = wx['webpackJsonp']
  if (!Array.isArray(chunks)) return null
  let found: TaroDocument | null = null
  chunks.push([['weapp-host'], {}, (require: WebpackRequire) => {
    for (const [id, factory] of Object.entries(require.m)) {
      const source = factory.toString()
      // Only the runtime's bom/document.js, known by a name of another platform in it, which has run long ago:
      // asking for a module that has not would run it.
      if (!source.includes('tt.appDocument')) continue
      const exported = require(id)
      if (typeof exported !== 'object' || exported === null) continue
      found = Object.values(exported).find(isDocument) ?? found
    }
  }])
  return found
}

/** Answers whether anybody listens, behind the handler that the markup names. */
export class TaroListeners {
  private document: TaroDocument | null | undefined

  constructor(private readonly wx: Readonly<Record<string, unknown>>, private readonly report: (problem: string) => void) {}

  /** null: this is not a Taro build, or not one that we can look into. */
  listens(node: ElementNode, type: string): boolean | null {
    if (this.document === undefined) {
      this.document = findDocument(this.wx)
      if (!this.document && 'webpackJsonp' in this.wx) this.report('the host cannot find Taro\'s document in this build, and so not tell who listens')
    }
    const sid = datasetOf(node)['sid']
    if (!this.document || typeof sid !== 'string') return null
    return (this.document.getElementById(sid)?.__handlers?.[type]?.length ?? 0) > 0
  }
}
