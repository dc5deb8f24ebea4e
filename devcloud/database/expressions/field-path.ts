import { isDoc, type Value } from '../../values/value'
import type { Found } from '../path'
import { failed, type Binding, type Expression } from './expression'

/** The names of a dotted path, refused where MongoDB refuses them. */
export const checkedFieldPath = (path: string): string[] => {
  const names = path.split('.')
  if (path.endsWith('.')) throw failed("FieldPath must not end with a '.'.")
  for (const name of names) {
    if (name === '') throw failed('FieldPath field names may not be empty strings.')
    if (name.startsWith('$')) throw failed("FieldPath field names may not start with '$'.")
    if (name.includes('\0')) throw failed("FieldPath field names may not contain '\\0'.")
  }
  return names
}

/**
 * What a path leads to in an expression. Unlike in a query, an array stands for the list of what its documents have there, and numbers are
 * no positions.
 */
export const readPath = (value: Found, path: readonly string[], at = 0): Found => {
  if (at === path.length) return value
  if (Array.isArray(value)) {
    return value.flatMap((item): Value[] => {
      const found = isDoc(item) ? readPath(item, path, at) : undefined
      return found === undefined ? [] : [found]
    })
  }
  const name = path[at] as string
  return isDoc(value) && Object.hasOwn(value, name) ? readPath(value[name], path, at + 1) : undefined
}

const valueOf = (name: string, bound: Binding | undefined): Found => {
  for (let binding = bound; binding; binding = binding.outer) if (binding.name === name) return binding.value
  return undefined
}

/** Checks a name that a person gives to a variable. */
export const checkVariableName = (name: unknown): string => {
  if (typeof name !== 'string' || name === '') throw failed('empty variable names are not allowed')
  if (!/^[a-z\u0080-\uffff]/.test(name)) throw failed(`'${name}' starts with an invalid character for a user variable name`)
  const wrong = /[^\w\u0080-\uffff]/.exec(name)
  if (wrong) throw failed(`'${name}' contains an invalid character for a variable name: '${wrong[0]}'`)
  return name
}

/** Compiles `$a.b`, `$$name.a`, `$$ROOT`, `$$CURRENT`, `$$REMOVE`. */
export const compileFieldPath = (text: string, names: ReadonlySet<string>): Expression => {
  if (text === '$') throw failed("'$' by itself is not a valid FieldPath")
  if (!text.startsWith('$$')) {
    const path = checkedFieldPath(text.slice(1))
    return ({ root }) => readPath(root, path)
  }
  const [variable, ...rest] = text.slice(2).split('.') as [string, ...string[]]
  const path = rest.length === 0 ? [] : checkedFieldPath(rest.join('.'))
  if (variable === 'ROOT' || (variable === 'CURRENT' && !names.has(variable))) return ({ root }) => readPath(root, path)
  if (variable === 'REMOVE') return () => undefined
  if (!names.has(variable)) throw failed(`Use of undefined variable: ${variable}`)
  return ({ bound }) => readPath(valueOf(variable, bound), path)
}
