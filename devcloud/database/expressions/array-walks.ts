import { typeName, type Value } from '../../values/value'
import { failed, isNullish, isTruthy, named, type Operator, type Operators } from './expression'
import { checkVariableName } from './field-path'

const variableOf = (as: Value | undefined): string => (as === undefined ? 'this' : checkVariableName(as))

const filter: Operator = (argument, { compile }) => {
  const { input, as, cond } = named('$filter', argument, ['input', 'cond'], ['as'])
  const name = variableOf(as)
  const items = compile(input as Value)
  const test = compile(cond as Value, [name])
  return (scope) => {
    const array = items(scope)
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw failed(`input to $filter must be an array not ${typeName(array)}`)
    return array.filter((value) => isTruthy(test({ ...scope, bound: { name, value, outer: scope.bound } })))
  }
}

const map: Operator = (argument, { compile }) => {
  const { input, as, in: inner } = named('$map', argument, ['input', 'in'], ['as'])
  const name = variableOf(as)
  const items = compile(input as Value)
  const body = compile(inner as Value, [name])
  return (scope) => {
    const array = items(scope)
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw failed(`input to $map must be an array not ${typeName(array)}`)
    return array.map((value) => body({ ...scope, bound: { name, value, outer: scope.bound } }) ?? null)
  }
}

const reduce: Operator = (argument, { compile }) => {
  const { input, initialValue, in: inner } = named('$reduce', argument, ['input', 'initialValue', 'in'])
  const items = compile(input as Value)
  const initial = compile(initialValue as Value)
  const body = compile(inner as Value, ['this', 'value'])
  return (scope) => {
    const array = items(scope)
    if (isNullish(array)) return null
    if (!Array.isArray(array)) throw failed(`$reduce requires that 'input' be an array, found: ${typeName(array)}`)
    let so = initial(scope)
    for (const value of array) {
      so = body({ ...scope, bound: { name: 'this', value, outer: { name: 'value', value: so, outer: scope.bound } } })
    }
    return so
  }
}

const literalList = (value: Value | undefined, what: string): Value[] => {
  if (!Array.isArray(value)) throw failed(`${what} must be an array of expressions, found ${typeName(value)}`)
  return value
}

const zip: Operator = (argument, { compile }) => {
  const parts = named('$zip', argument, ['inputs'], ['useLongestLength', 'defaults'])
  const { useLongestLength: longest = false } = parts
  const inputs = literalList(parts['inputs'], 'inputs').map((input) => compile(input))
  const defaults = parts['defaults'] === undefined ? [] : literalList(parts['defaults'], 'defaults').map((value) => compile(value))
  if (typeof longest !== 'boolean') throw failed(`useLongestLength must be a bool, found ${typeName(longest)}`)
  if (inputs.length === 0) throw failed('$zip requires at least one input array')
  if (defaults.length > 0 && !longest) throw failed('cannot specify defaults unless useLongestLength is true')
  if (defaults.length > 0 && defaults.length !== inputs.length) throw failed('defaults and inputs must have the same length')
  return (scope) => {
    const arrays: Value[][] = []
    for (const input of inputs) {
      const array = input(scope)
      if (isNullish(array)) return null
      if (!Array.isArray(array)) throw failed(`$zip found a non-array expression in input: ${typeName(array)}`)
      arrays.push(array)
    }
    const fillers = defaults.map((value) => value(scope))
    const lengths = arrays.map((array) => array.length)
    const rows = longest ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length: rows }, (_, row) => arrays.map((array, at) => (row < array.length ? array[row] as Value : fillers[at] ?? null)))
  }
}

/** Arrays, element by element. */
export const arrayWalkOperators: Operators = { $filter: filter, $map: map, $reduce: reduce, $zip: zip }
