import { statSync } from 'node:fs'
import { join } from 'node:path'
import { CloudError } from '../errors'
import type { EnvironmentDefinition, FunctionDefinition } from './environment'

/** The functions of cloudbaserc.json as they are now: a change is taken when somebody asks the next time. What cannot be deployed leaves those before. */
export class DeployedFunctions {
  readonly #file: string
  readonly #read: () => EnvironmentDefinition
  readonly #refused: (message: string) => void
  readonly #changed: () => void
  #version: string
  #environment: EnvironmentDefinition

  /** @param read reads cloudbaserc.json @param refused is told of a change that cannot be deployed @param changed of one that was */
  constructor(root: string, read: () => EnvironmentDefinition, refused: (message: string) => void, changed: () => void) {
    this.#file = join(root, 'cloudbaserc.json')
    this.#read = read
    this.#refused = refused
    this.#changed = changed
    this.#version = this.#look()
    this.#environment = read()
  }

  get environment(): EnvironmentDefinition { return this.#environment }

  #look(): string {
    const found = statSync(this.#file, { throwIfNoEntry: false })
    return found ? `${found.mtimeMs}/${found.size}/${found.ino}` : ''
  }

  current = (): readonly FunctionDefinition[] => {
    const version = this.#look()
    if (version === this.#version) return this.#environment.functions
    this.#version = version
    try {
      const environment = this.#read()
      if (environment.envId !== this.#environment.envId) throw new CloudError('BAD_DEPLOYMENT', `${this.#file}: envId cannot change while the cloud runs`)
      this.#environment = environment
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      this.#refused(`${error.message}: not deployed, what was before stays`)
      return this.#environment.functions
    }
    this.#changed()
    return this.#environment.functions
  }
}
