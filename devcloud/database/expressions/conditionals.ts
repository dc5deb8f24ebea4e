import { isDoc, typeName, type Value } from '../../values/value'
import { failed, isNullish, isTruthy, named, type Operator, type Operators } from './expression'
import { checkVariableName } from './field-path'

const condParts = (argument: Value): Value[] => {
  if (Array.isArray(argument)) {
    if (argument.length !== 3) throw failed(`Expression $cond takes exactly 3 arguments. ${argument.length} were passed in.`)
    return argument
  }
  if (!isDoc(argument)) throw failed('Expression $cond takes exactly 3 arguments. 1 were passed in.')
  const parts = named('$cond', argument, ['if', 'then', 'else'])
  return ['if', 'then', 'else'].map((name) => parts[name] as Value)
}

const cond: Operator = (argument, { compile }) => {
  const [test, yes, no] = condParts(argument).map((part) => compile(part)) as [ReturnType<typeof compile>, ReturnType<typeof compile>, ReturnType<typeof compile>]
  return (scope) => (isTruthy(test(scope)) ? yes(scope) : no(scope))
}

/** MongoDB 4 takes two arguments; the second is the answer, whatever it is, where the first is null or missing. */
const ifNull: Operator = (argument, { compile }) => {
  const parts = Array.isArray(argument) ? argument : [argument]
  if (parts.length !== 2) throw failed(`Expression $ifNull takes exactly 2 arguments. ${parts.length} were passed in.`)
  const [first, second] = parts.map((part) => compile(part)) as [ReturnType<typeof compile>, ReturnType<typeof compile>]
  return (scope) => {
    const value = first(scope)
    return isNullish(value) ? second(scope) : value
  }
}

const switchOf: Operator = (argument, { compile }) => {
  if (!isDoc(argument)) throw failed(`$switch requires an object as an argument, found: ${typeName(argument)}`)
  for (const key of Object.keys(argument)) if (key !== 'branches' && key !== 'default') throw failed(`$switch found an unknown argument: ${key}`)
  const { branches = [], default: otherwise } = argument
  if (!Array.isArray(branches)) throw failed(`$switch expected an array for 'branches', found: ${typeName(branches)}`)
  if (branches.length === 0) throw failed('$switch requires at least one branch.')
  const compiled = branches.map((branch) => {
    if (!isDoc(branch)) throw failed(`$switch requires each branch to be an object, found: ${typeName(branch)}`)
    for (const key of Object.keys(branch)) if (key !== 'case' && key !== 'then') throw failed(`$switch found an unknown argument to a branch: ${key}`)
    if (branch['case'] === undefined) throw failed("$switch requires each branch have a 'case' expression")
    if (branch['then'] === undefined) throw failed("$switch requires each branch have a 'then' expression.")
    return { when: compile(branch['case']), then: compile(branch['then']) }
  })
  const fallback = otherwise === undefined ? undefined : compile(otherwise)
  return (scope) => {
    const branch = compiled.find(({ when }) => isTruthy(when(scope)))
    if (branch) return branch.then(scope)
    if (!fallback) throw failed('$switch could not find a matching branch for an input, and no default was specified.')
    return fallback(scope)
  }
}

/** `{vars: {name: expression}, in: expression}`: the variables do not see each other. */
const letOf: Operator = (argument, { compile }) => {
  const { vars, in: inner } = named('$let', argument, ['vars', 'in'])
  if (!isDoc(vars)) throw failed(`invalid parameter: expected an object (vars)`)
  const names = Object.keys(vars).map((name) => (name === 'CURRENT' ? name : checkVariableName(name)))
  const values = names.map((name) => compile(vars[name] as Value))
  const body = compile(inner as Value, names)
  return (scope) => {
    let { bound } = scope
    values.forEach((value, at) => { bound = { name: names[at] as string, value: value(scope), outer: bound } })
    return body({ ...scope, bound })
  }
}

/** Choices and variables. What is not chosen is not computed. */
export const conditionalOperators: Operators = {
  $cond: cond, $ifNull: ifNull, $switch: switchOf, $let: letOf,
  $literal: (argument) => () => argument,
}
