import { randomInt } from 'node:crypto'
import { databaseRequestFailed } from '../../errors'
import { docOf, typeName, type Doc, type Value } from '../../values/value'
import type { Stage } from '../pipeline'

/** Checks the number of a `$limit`. */
export const limitOf = (most: Value): number => {
  if (typeof most !== 'number') throw databaseRequestFailed('the limit must be specified as a number')
  if (!Number.isInteger(most) || most < 1) throw databaseRequestFailed('the limit must be positive')
  return most
}

export const limitStage = (most: number): Stage => (docs) => docs.slice(0, most)

export const skipStage = (count: Value): Stage => {
  if (typeof count !== 'number') throw databaseRequestFailed('Argument to $skip must be a number')
  if (!Number.isInteger(count) || count < 0) throw databaseRequestFailed('Argument to $skip cannot be negative')
  return (docs) => docs.slice(count)
}

/** `$sample`: so many, drawn without putting back, each as likely as any other. */
export const sampleStage = ({ size, ...others }: Doc): Stage => {
  if (Object.keys(others).length > 0) throw databaseRequestFailed(`unrecognized option to $sample: ${Object.keys(others)[0]}`)
  if (size === undefined) throw databaseRequestFailed('$sample stage must specify a size')
  if (typeof size !== 'number') throw databaseRequestFailed(`size argument to $sample must be a number, not ${typeName(size)}`)
  if (size < 0) throw databaseRequestFailed('size argument to $sample must not be negative')
  return (docs) => {
    const left = [...docs]
    const drawn: Doc[] = []
    while (drawn.length < Math.trunc(size) && left.length > 0) {
      const at = randomInt(left.length)
      drawn.push(left[at] as Doc)
      left[at] = left.at(-1) as Doc
      left.pop()
    }
    return drawn
  }
}

/** `$count`: MongoDB answers nothing at all where there is nothing to count. */
export const countStage = (name: Value): Stage => {
  if (typeof name !== 'string' || !/^[^$.\0]+$/.test(name)) throw databaseRequestFailed('the count field must be a non-empty string without $ and .')
  return (docs) => (docs.length === 0 ? [] : [docOf({ [name]: docs.length })])
}
