import { createContext, Script } from 'node:vm'
import { databaseRequestFailed } from '../errors'

/** How long one regular expression may search in all, in milliseconds. PCRE gives up at a count of steps instead; while it searches nobody else is answered. */
const PATIENCE_MS = 1000
/** What a match may take without being counted, in milliseconds: a collection may have many documents. */
const FREE_MS = 1
/** Steps that are surely over within a few milliseconds, so that nothing needs to watch over them. */
const FEW_STEPS = 1_000_000
/** Up to so many characters a repeated group cannot take long: each may double the steps, or worse. */
const SHORT = 10

const sandbox: { pattern: RegExp; text: string } = { pattern: /^/, text: '' }
const context = createContext(sandbox)
// V8 looks whether it was told to stop while a regular expression goes back; only the time limit of a script tells it.
const search = new Script('pattern.test(text)')

/** @returns whether a text of so many characters might make the search long; by far too often rather than once too few */
const mayTakeLong = (source: string): (length: number) => boolean => {
  const bare = source.replace(/\\[1-9k]/g, '()+').replace(/\\./gsu, 'x').replace(/\[[^\]]*\]/g, 'x').replace(/\(\?(?:[:=!]|<[=!]|<\w+>)/g, '(')
  if (/\)[*+?{]/.test(bare)) return (length) => length > SHORT
  const quantifiers = bare.match(/[*+?]|\{\d+,/g)?.length ?? 0
  return (length) => quantifiers > 0 && (length + 1) ** (quantifiers + 1) > FEW_STEPS
}

/**
 * A search that ends: a regular expression that goes back and forth for ever in one document would stop the whole cloud.
 * @returns whether a text matches; throws DATABASE_REQUEST_FAILED once all its searches together took too long
 */
export const boundedMatch = (pattern: RegExp): ((text: string) => boolean) => {
  const slow = mayTakeLong(pattern.source)
  let left = PATIENCE_MS
  return (text) => {
    if (!slow(text.length)) return pattern.test(text)
    const begun = performance.now()
    Object.assign(sandbox, { pattern, text })
    try {
      return search.runInContext(context, { timeout: Math.max(1, Math.ceil(left)) }) as boolean
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      throw databaseRequestFailed('Regular expression is too complex: match limit exceeded')
    } finally {
      sandbox.text = ''
      left -= Math.max(0, performance.now() - begun - FREE_MS)
    }
  }
}
