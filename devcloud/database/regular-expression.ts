import { databaseRequestFailed, notSupported } from '../errors'
import type { Regex } from '../values/value'

/**
 * A stored regular expression as JavaScript's. MongoDB's are PCRE in UTF-8 mode; what both understand behaves alike.
 * Options: i, m, s. `x` exists in PCRE only.
 */
export const toRegExp = ({ pattern, options }: Regex): RegExp => {
  for (const option of options) {
    if (option === 'x') throw notSupported('the regular expression option x')
    if (!'ims'.includes(option)) throw databaseRequestFailed(`invalid flag in regex options: ${option}`)
  }
  try {
    return new RegExp(pattern, `${options}u`)
  } catch (unicodeError) {
    // PCRE allows needless escapes such as `\-` that JavaScript refuses in unicode mode.
    try {
      return new RegExp(pattern, options)
    } catch {
      throw databaseRequestFailed(`Regular expression is invalid: ${(unicodeError as Error).message}`)
    }
  }
}
