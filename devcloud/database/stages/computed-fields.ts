import { databaseRequestFailed } from '../../errors'
import { emptyDoc, isDoc, type Doc, type Value } from '../../values/value'
import type { Expression, Scope } from '../expressions/expression'

/** Which fields are computed, by name, level by level. */
export type ComputedTree = Map<string, Expression | ComputedTree>

/** Adds one computed path. @throws DATABASE_REQUEST_FAILED if two of them are in each other's way */
export const plantComputed = (tree: ComputedTree, path: readonly string[], expression: Expression, stage: string): void => {
  const name = path[0] as string
  const present = tree.get(name)
  if (present !== undefined && (path.length === 1 || !(present instanceof Map))) {
    throw databaseRequestFailed(`Invalid ${stage} :: caused by :: specification contains two conflicting paths. Cannot specify both '${path.join('.')}' and '${name}'`)
  }
  if (path.length === 1) { tree.set(name, expression); return }
  const branch = present ?? new Map() as ComputedTree
  tree.set(name, branch)
  plantComputed(branch as ComputedTree, path.slice(1), expression, stage)
}

const computedIn = (value: Value | undefined, tree: ComputedTree, scope: Scope): Value => {
  if (Array.isArray(value)) return value.map((item) => computedIn(item, tree, scope))
  return withComputed(isDoc(value) ? value : emptyDoc(), tree, scope)
}

/**
 * A document with its computed fields: in every document of an array on the way, in place of whatever else stands there. What is missing
 * goes.
 */
export const withComputed = (doc: Doc, tree: ComputedTree, scope: Scope): Doc => {
  const made = Object.assign(emptyDoc(), doc)
  for (const [name, branch] of tree) {
    const value = branch instanceof Map ? computedIn(Object.hasOwn(made, name) ? made[name] : undefined, branch, scope) : branch(scope)
    if (value === undefined) delete made[name]
    else made[name] = value
  }
  return made
}
