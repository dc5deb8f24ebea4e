import { invalidParam } from '../errors'

/** WeChat's verdicts, from harmless to bad. */
export const SUGGESTIONS = ['pass', 'review', 'risky'] as const
export type Suggestion = typeof SUGGESTIONS[number]

/** A verdict. Labels [wx: msgSecCheck, label]: 100 normal, 10001 advertising, 20001 politics, 20002 sex, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 20013 copyright, 21000 other. */
export interface Verdict { suggest: Suggestion; label: number }

/** Text, or an address of a picture, in which a word occurs has its verdict. */
export interface ModerationRule extends Verdict { word: string }

const OTHER = 21000
const NORMAL = 100
const LABELS = new Set([NORMAL, 10001, 20001, 20002, 20003, 20006, 20008, 20012, 20013, OTHER])

/** What WeChat's moderation is to say here. It has no opinion of its own: what no rule is about passes. */
export class Moderation {
  #rules: ModerationRule[] = []

  /** Puts rules in place of those that were there. A label that is not said is 21000, other. */
  set(rules: readonly (Omit<ModerationRule, 'label'> & { label?: number })[]): void {
    this.#rules = rules.map(({ word, suggest, label = suggest === 'pass' ? NORMAL : OTHER }) => ({ word, suggest, label }))
  }

  list(): readonly ModerationRule[] { return this.#rules }

  /** @returns the worst verdict of the words that occur, and the word */
  judge(text: string): Verdict & { word?: string } {
    const met = this.#rules.filter(({ word }) => text.includes(word)).sort((a, b) => SUGGESTIONS.indexOf(b.suggest) - SUGGESTIONS.indexOf(a.suggest))[0]
    return met ?? { suggest: 'pass', label: NORMAL }
  }
}

/** A verdict as it is asked for over the wire. @throws INVALID_PARAM */
export const readVerdict = ({ suggest, label }: Record<string, unknown>): Verdict => {
  if (!SUGGESTIONS.includes(suggest as Suggestion)) throw invalidParam(`suggest must be one of ${SUGGESTIONS.join(', ')}`)
  const known = label ?? (suggest === 'pass' ? NORMAL : OTHER)
  if (typeof known !== 'number' || !LABELS.has(known)) throw invalidParam(`label must be one of ${[...LABELS].join(', ')}`)
  return { suggest: suggest as Suggestion, label: known }
}

/** Rules as they are asked for over the wire: `[{word, suggest, label?}]`. @throws INVALID_PARAM */
export const readModerationRules = (value: unknown): ModerationRule[] => {
  if (!Array.isArray(value)) throw invalidParam('rules must be a list of {word, suggest, label?}')
  return value.map((item: unknown) => {
    const rule = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>
    if (typeof rule['word'] !== 'string' || rule['word'] === '') throw invalidParam('word must be a non-empty string')
    return { word: rule['word'], ...readVerdict(rule) }
  })
}
