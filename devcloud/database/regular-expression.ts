import { databaseRequestFailed, notSupported } from '../errors'
import type { Regex } from '../values/value'
import { fromPcre } from './pcre'

/**
 * A stored regular expression as JavaScript's. MongoDB's are PCRE in UTF-8 mode.
 * Options: i, m, s. `x` exists in PCRE only.
 */
export const toRegExp = ({ pattern, options }: Regex): RegExp => {
  for (const option of options) {
    if (option === 'x') throw notSupported('the regular expression option x')
    if (!'ims'.includes(option)) throw databaseRequestFailed(`invalid flag in regex options: ${option}`)
  }
  const { source, flags } = fromPcre(pattern, options)
  try {
    return new RegExp(source, flags)
  } catch (error) {
    throw databaseRequestFailed(`Regular expression is invalid: ${(error as Error).message}`)
  }
}
