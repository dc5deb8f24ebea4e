import { databaseRequestFailed, notSupported } from '../errors'

/** What PCRE's classes stand for without its option UCP, as parts of a class. Source: pcre.org/original/doc/html/pcrepattern.html */
const SPACE = ' \\t\\n\\v\\f\\r'
const NOT_SPACE = '\\0-\\x08\\x0e-\\x1f!-\\u{10ffff}'
const HORIZONTAL = '\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000'
const VERTICAL = '\\n\\v\\f\\r\\x85\\u2028\\u2029'
const POSIX: ReadonlyMap<string, string> = new Map(Object.entries({
  alpha: 'A-Za-z', digit: '0-9', alnum: 'A-Za-z0-9', upper: 'A-Z', lower: 'a-z', space: SPACE, blank: ' \\t', punct: '!-\\/:-@\\[-`\\{-~',
  word: 'A-Za-z0-9_', xdigit: '0-9A-Fa-f', cntrl: '\\0-\\x1f\\x7f', graph: '!-~', print: ' -~', ascii: '\\0-\\x7f',
}))
/** Escapes of one character that both write alike, or that JavaScript writes otherwise. */
const CHARACTERS: Readonly<Record<string, string>> = { n: '\\n', r: '\\r', t: '\\t', f: '\\f', e: '\\x1b', a: '\\x07' }
const SETS: Readonly<Record<string, string>> = { d: '\\d', D: '\\D', w: '\\w', W: '\\W', s: SPACE, S: NOT_SPACE, h: HORIZONTAL, v: VERTICAL }
/** Outside of classes only. */
const PLACES: Readonly<Record<string, string>> = {
  A: '(?<![^])', z: '(?![^])', Z: '(?=\\n?(?![^]))', b: '\\b', B: '\\B', H: `[^${HORIZONTAL}]`, V: `[^${VERTICAL}]`, N: '[^\\n]', R: `(?:\\r\\n|[${VERTICAL}])`,
}

const codePoint = (digits: string, base: number) => `\\u{${parseInt(digits || '0', base).toString(16)}}`
const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const inClass = (text: string) => literal(text).replace(/-/g, '\\-')
const invalid = (message: string) => databaseRequestFailed(`Regular expression is invalid: ${message}`)
const foreign = (what: string) => notSupported(`${what} in a regular expression`)

/** `\p{…}` and its relatives, after the backslash. */
const property = (letter: string, name: string): string => {
  const negated = name.startsWith('^')
  const bare = negated ? name.slice(1) : name
  const written = bare === 'L&' ? 'LC' : /^(?:[A-Z][a-z]?|Any)$/.test(bare) ? bare : `Script=${bare}`
  return `\\${(letter === 'P') === negated ? 'p' : 'P'}{${written}}`
}

/** Reads a pattern of PCRE from left to right and writes JavaScript's, for the flag `u`. */
class Translation {
  readonly #pattern: string
  readonly #multiline: boolean
  readonly #dotAll: boolean
  #at = 0

  constructor(pattern: string, multiline: boolean, dotAll: boolean) {
    this.#pattern = pattern
    this.#multiline = multiline
    this.#dotAll = dotAll
  }

  /** Takes what stands here, if it is that. @param form sticky */
  #take(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at
    const found = form.exec(this.#pattern)
    if (found) this.#at = form.lastIndex
    return found
  }

  whole(): string {
    let out = ''
    while (this.#at < this.#pattern.length) out += this.#piece()
    return out
  }

  #piece(): string {
    const quoted = this.#take(/\\Q(.*?)(?:\\E|$)/suy)
    if (quoted) return literal(quoted[1] as string)
    if (this.#take(/\\E/uy)) return ''
    if (this.#take(/\[/uy)) return this.#class()
    const quantifier = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})(\+)?\??/uy)
    if (quantifier) {
      if (quantifier[1]) throw foreign(`the possessive quantifier ${quantifier[0]}`)
      return quantifier[0]
    }
    if (this.#take(/\./uy)) return this.#dotAll ? '[^]' : '[^\\n]'
    // Only \n ends a line in PCRE; without the option m, `$` also stands before one at the very end.
    if (this.#take(/\^/uy)) return this.#multiline ? '(?:^|(?<=\\n)(?!$))' : '^'
    if (this.#take(/\$/uy)) return this.#multiline ? '(?=\\n|$)' : '(?=\\n$|$)'
    if (this.#take(/\(/uy)) return this.#group()
    if (this.#take(/\|/uy)) return '|'
    if (this.#take(/\)/uy)) return ')'
    const reference = this.#take(/\\(?:([1-9]\d*)|g\{?([1-9]\d*)\}?|k(?:<(\w+)>|'(\w+)'|\{(\w+)\}))/uy)
    if (reference) {
      const name = reference[3] ?? reference[4] ?? reference[5]
      return name === undefined ? `(?:\\${reference[1] ?? reference[2]})` : `\\k<${name}>`
    }
    const place = this.#take(/\\([AzZbBHVNR])(?!\{)/uy)
    if (place) return PLACES[place[1] as string] as string
    const escape = this.#escape()
    if (escape) return escape.set === undefined ? escape.character : `[${escape.set}]`
    return literal((this.#take(/[^]/uy) as RegExpExecArray)[0])
  }

  #group(): string {
    if (this.#take(/\*[A-Z]/uy)) throw foreign('(*…)')
    if (!this.#take(/\?/uy)) return '('
    const plain = this.#take(/:|=|!|<=|<!/uy)
    if (plain) return `(?${plain[0]}`
    const named = this.#take(/P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'/uy)
    if (named) return `(?<${named[1] ?? named[2]}>`
    const reference = this.#take(/P=(\w+)\)/uy)
    if (reference) return `\\k<${reference[1]}>`
    throw foreign(`(?${this.#pattern.slice(this.#at, this.#at + 1)}…)`)
  }

  /** An escape that means the same in a class and outside of it. */
  #escape(): { character: string; set?: undefined } | { set: string } | undefined {
    if (!this.#take(/\\/uy)) return undefined
    const hex = this.#take(/x(?:\{([\dA-Fa-f]+)\}|([\dA-Fa-f]{0,2}))/uy)
    if (hex) return { character: codePoint(hex[1] ?? hex[2] as string, 16) }
    const octal = this.#take(/[0-7]{1,3}/uy)
    if (octal) return { character: codePoint(octal[0], 8) }
    const named = this.#take(/([pP])(?:\{(\^?[A-Za-z_&]+)\}|([A-Z]))/uy)
    if (named) return { set: property(named[1] as string, (named[2] ?? named[3]) as string) }
    const control = this.#take(/c([A-Za-z])/uy)
    if (control) return { character: `\\c${control[1]}` }
    const found = this.#take(/[^]/uy)?.[0]
    if (found === undefined) throw invalid('\\ at end of pattern')
    if (found in SETS) return { set: SETS[found] as string }
    if (found in CHARACTERS) return { character: CHARACTERS[found] as string }
    if (/[LlUu]/.test(found)) throw invalid('PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u')
    if (/[A-Za-z0-9]/.test(found)) throw foreign(`\\${found}`)
    return { character: inClass(found).replace(/^\\-$/, '-') }
  }

  #class(): string {
    let out = this.#take(/\^/uy) ? '[^' : '['
    // What stood before: only a character that ends no range may begin one.
    let mayBegin = false
    let ranging = false
    const character = (text: string) => {
      out += text === '-' ? '\\-' : text
      mayBegin = !ranging
      ranging = false
    }
    const set = (text: string) => {
      out += text
      mayBegin = ranging = false
    }
    for (let first = true; ; first = false) {
      if (this.#at >= this.#pattern.length) throw invalid('missing terminating ] for character class')
      if (!first && this.#take(/\]/uy)) return `${out}]`
      const quoted = this.#take(/\\Q(.*?)(?:\\E|$)/suy)
      if (quoted) {
        for (const one of quoted[1] as string) character(inClass(one))
        continue
      }
      const posix = this.#take(/\[:(\^?)(\w+):\]/uy)
      if (posix) {
        const range = POSIX.get(posix[2] as string)
        if (range === undefined) throw invalid('unknown POSIX class name')
        if (posix[1]) throw foreign(posix[0])
        set(range)
      } else if (this.#take(/\\b/uy)) character('\\x08')
      else if (mayBegin && this.#take(/-(?!\]|\\[dDwWsShHvVpP]|\[:)/uy)) {
        out += '-'
        ranging = true
      } else {
        const escape = this.#escape()
        if (escape?.set !== undefined) set(escape.set)
        else character(escape?.character ?? inClass((this.#take(/[^]/uy) as RegExpExecArray)[0]))
      }
    }
  }
}

/**
 * A pattern of PCRE, in UTF-8 mode, as JavaScript writes it for the flag `u`.
 * @param options i, m, s
 * @returns the pattern and its flags
 * @throws DEVCLOUD_NOT_SUPPORTED for what PCRE has and JavaScript has not
 */
export const fromPcre = (pattern: string, options: string): { source: string; flags: string } => {
  const leading = /^\(\?([a-zA-Z]+)\)/.exec(pattern)
  const inner = leading?.[1] ?? ''
  if (/[^ims]/.test(inner)) throw foreign(`(?${inner})`)
  const all = options + inner
  const source = new Translation(pattern.slice(leading?.[0].length ?? 0), all.includes('m'), all.includes('s')).whole()
  return { source, flags: all.includes('i') ? 'iu' : 'u' }
}
