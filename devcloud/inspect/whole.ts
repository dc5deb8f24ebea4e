import { invalidParam } from '../errors'

/** @returns a whole number of an address, or the default where it is absent. @throws INVALID_PARAM */
export const whole = (query: URLSearchParams, name: string, range: { least: number; most: number; otherwise: number }): number => {
  const value = Number(query.get(name) ?? range.otherwise)
  if (!Number.isInteger(value) || value < range.least || value > range.most) throw invalidParam(`${name} must be a whole number from ${range.least} to ${range.most}`)
  return value
}
