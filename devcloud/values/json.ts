import { invalidParam } from '../errors'

const QUOTE = 34
const BACKSLASH = 92
const OPENING = new Set([91, 123])
const CLOSING = new Set([93, 125])

/** @returns whether arrays and objects nest deeper than a limit. Reads only: a parser that is handed millions of brackets takes a gigabyte for them. */
export const nestsDeeper = (text: string, limit: number): boolean => {
  if (text.length <= limit) return false
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (quoted) {
      if (letter === BACKSLASH) at++
      else if (letter === QUOTE) quoted = false
    } else if (letter === QUOTE) quoted = true
    else if (OPENING.has(letter) && ++depth > limit) return true
    else if (CLOSING.has(letter)) depth--
  }
  return false
}

/** What may nest so deep can be read, written again and handed to a function without running out of stack. */
const MAX_DEPTH = 500

/**
 * Reads JSON that came from outside.
 * @param what it is, for the refusal
 * @throws INVALID_PARAM for what is not JSON, or nests too deep
 */
export const parseJson = (text: string, what: string): unknown => {
  if (nestsDeeper(text, MAX_DEPTH)) throw invalidParam(`${what} nests deeper than ${MAX_DEPTH} levels`)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw invalidParam(`${what} is not JSON: ${(error as Error).message}`)
  }
}

/** Reads a JSON object that came from outside. @throws INVALID_PARAM */
export const parseJsonObject = (text: string, what: string): Record<string, unknown> => {
  const value = parseJson(text, what)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam(`${what} must be a JSON object`)
  return value as Record<string, unknown>
}
