import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The part of app.json that decides which pages there are. */
interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly subpackages?: AppJson['subPackages']
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string; readonly text?: string }[] }
  readonly window?: { readonly navigationBarTitleText?: string }
  readonly usingComponents?: Readonly<Record<string, string>>
}

/** A page's or a component's own .json. */
interface PartJson {
  readonly navigationBarTitleText?: string
  readonly usingComponents?: Readonly<Record<string, string>>
}

/** A mini-program's build directory, read as WeChat reads it. */
export class BuildFiles {
  readonly app: AppJson
  /** Every page of every package, by route. */
  readonly pages: readonly string[]
  readonly tabs: readonly string[]
  /** Roots of subpackages, each with a slash at its end. */
  private readonly packageRoots: readonly string[]
  private readonly parts = new Map<string, PartJson>()

  constructor(readonly root: string) {
    const path = join(root, 'app.json')
    if (!existsSync(path)) throw new Error(`no mini-program build in ${root}: app.json is missing`)
    this.app = JSON.parse(readFileSync(path, 'utf8')) as AppJson
    const packages = this.app.subPackages ?? this.app.subpackages ?? []
    this.packageRoots = packages.map(({ root: folder }) => `${folder.replace(/^\/|\/$/g, '')}/`)
    this.pages = [...this.app.pages, ...packages.flatMap((one, at) => one.pages.map((page) => `${this.packageRoots[at] ?? ''}${page}`))]
    this.tabs = this.app.tabBar?.list.map(({ pagePath }) => pagePath) ?? []
  }

  /** The subpackage that holds a path; '' for the main package. */
  packageOf(path: string): string {
    return this.packageRoots.find((folder) => path.startsWith(folder)) ?? ''
  }

  /** The source of a file of the build, or null. */
  read(path: string): string | null {
    const full = join(this.root, path)
    return existsSync(full) ? readFileSync(full, 'utf8') : null
  }

  part(path: string): PartJson {
    const known = this.parts.get(path)
    if (known) return known
    const text = this.read(`${path}.json`)
    const part = text === null ? {} : JSON.parse(text) as PartJson
    this.parts.set(path, part)
    return part
  }

  /** The components that a page's or component's markup may name: tag → path of the component. */
  componentsOf(path: string): Map<string, string> {
    const named = { ...this.app.usingComponents, ...this.part(path).usingComponents }
    return new Map(Object.entries(named).map(([tag, where]) => [
      tag,
      where.startsWith('/') ? where.slice(1) : posix.join(posix.dirname(path), where),
    ]))
  }
}
