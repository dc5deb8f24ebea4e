import { posix } from 'node:path'
import type { BuildFiles } from './build-files'
import type { Realm } from './realm'

/**
 * Names that WeChat passes to every module as parameters without a value, so that the web view's own are out of reach:
 * `window` is undefined rather than unknown. As found in released packages: `define("x.js", function(require, module, exports, window, …`.
 */
const shadowed = [
  'window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'Caches', 'screen', 'alert', 'confirm',
  'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'webkit', 'WeixinJSCore', 'Reporter', 'print', 'URL', 'DOMParser',
]

interface LoadedModule {
  exports: unknown
}

/** `require` inside a build: relative paths only, each file once, and no reaching into a subpackage from outside it. */
export class ModuleLoader {
  private readonly loaded = new Map<string, LoadedModule>()

  constructor(private readonly build: BuildFiles, private readonly realm: Realm) {}

  /** Every file that ran so far, in that order. */
  get files(): string[] {
    return [...this.loaded.keys()]
  }

  /** Runs a file of the build (path without leading slash, with `.js`); throws what it throws. */
  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const source = this.build.read(path)
    if (source === null) throw new Error(`module '${path}' is not in the build`)
    const module = this.realm.adopt({ exports: {} }) as LoadedModule
    this.loaded.set(path, module)
    const require = (wanted: unknown): unknown => this.load(this.resolve(path, String(wanted)))
    const wrapped = this.realm.run(`(function (require, module, exports, ${shadowed.join(', ')}) {${source}\n})`, path)
    Reflect.apply(wrapped as (...args: unknown[]) => unknown, undefined, [require, module, module.exports])
    return module.exports
  }

  private resolve(from: string, wanted: string): string {
    const joined = wanted.startsWith('/') ? wanted.slice(1) : posix.join(posix.dirname(from), wanted)
    const candidates = joined.endsWith('.js') ? [joined] : [`${joined}.js`, `${joined}/index.js`]
    const found = candidates.find((path) => this.build.read(path) !== null)
    if (found === undefined) throw new Error(`module '${wanted}', wanted by '${from}', is not in the build`)
    const folder = this.build.packageOf(found)
    if (folder !== '' && folder !== this.build.packageOf(from)) {
      throw new Error(`'${from}' requires '${found}', which is in the subpackage '${folder}': on a phone it is not there yet`)
    }
    return found
  }
}
