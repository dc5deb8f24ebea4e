import { databaseRequestFailed, notSupported } from '../../errors'
import { docOf, isDoc, typeName, type Doc, type Value } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import type { Expression } from '../expressions/expression'
import { checkedFieldPath, checkVariableName } from '../expressions/field-path'
import { find, splitPath } from '../path'
import { runPipeline, scopeOf, type Pipeline, type PipelineContext, type Stage } from '../pipeline'
import { withComputed, type ComputedTree } from './computed-fields'

type Compile = (stages: readonly (readonly [key: string, value: Value])[], names: ReadonlySet<string>) => Pipeline

const text = (spec: Doc, name: string): string => {
  const value = spec[name]
  if (value === undefined) throw databaseRequestFailed(`missing '${name}' option to $lookup stage specification`)
  if (typeof value !== 'string') throw databaseRequestFailed(`$lookup argument '${name}: ${String(value)}' must be a string, is type ${typeName(value)}`)
  return value
}

/**
 * `$lookup`: puts into every document a list of documents of another collection. By equal fields, or by a pipeline of its own, which sees of
 * the document what `let` names; without `let` it is run once, as MongoDB does.
 * @param compile reads the inner pipeline's stages
 */
export const lookupStage = (spec: Doc, names: ReadonlySet<string>, compile: Compile): Stage => {
  for (const key of Object.keys(spec)) if (!['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'].includes(key)) throw databaseRequestFailed(`unknown argument to $lookup: ${key}`)
  const from = text(spec, 'from')
  const as = checkedFieldPath(text(spec, 'as'))
  const { pipeline, let: variables, localField, foreignField } = spec
  if (pipeline === undefined) {
    if (variables !== undefined) throw databaseRequestFailed('$lookup with a let argument must also specify pipeline')
    return byFields(from, as, splitPath(text(spec, 'localField')), text(spec, 'foreignField'))
  }
  if (localField !== undefined || foreignField !== undefined) throw notSupported('$lookup with fields and a pipeline together')
  const lets = letsOf(variables, names)
  const inner = compile(stagesOf(pipeline), new Set([...names, ...lets.map(([name]) => name)]))
  return (docs, context) => {
    if (docs.length === 0) return []
    if (lets.length === 0) {
      const found = runPipeline(from, inner, context.read, context.bound)
      return docs.map((doc) => withField(doc, as, found, context))
    }
    return docs.map((doc) => {
      const scope = scopeOf(doc, context)
      const bound = lets.reduce((outer, [name, expression]) => ({ name, value: expression(scope), outer }), context.bound)
      return withField(doc, as, runPipeline(from, inner, context.read, bound), context)
    })
  }
}

const byFields = (from: string, as: string[], local: string[], foreignField: string): Stage => (docs, context) => docs.map((doc) =>
  withField(doc, as, context.read(from, docOf({ [foreignField]: docOf({ $in: valuesAt(doc, local) }) }), [], Infinity), context))

const letsOf = (variables: Value | undefined, names: ReadonlySet<string>): [name: string, Expression][] => {
  if (variables === undefined) return []
  if (!isDoc(variables)) throw databaseRequestFailed(`$lookup argument 'let: ${String(variables)}' must be an object, is type ${typeName(variables)}`)
  return Object.keys(variables).map((name) => [checkVariableName(name), compileExpression(variables[name] as Value, names)])
}

/** What a document has to offer for joining: every value that the path leads to, an array's elements each for itself; null where there is none. */
const valuesAt = (doc: Doc, path: readonly string[]): Value[] => {
  const values = find(doc, path).flatMap((found): Value[] => (found === undefined ? [] : Array.isArray(found) ? found : [found]))
  return values.length === 0 ? [null] : values
}

const withField = (doc: Doc, path: readonly string[], found: Doc[], context: PipelineContext): Doc => {
  const tree = path.slice(0, -1).reduceRight<ComputedTree>((inner, name) => new Map([[name, inner]]), new Map([[path.at(-1) as string, () => found]]))
  return withComputed(doc, tree, scopeOf(doc, context))
}

/** `[{$match: …}, {$limit: …}]` as `$.pipeline().….done()` writes it. */
const stagesOf = (pipeline: Value): [string, Value][] => {
  if (!Array.isArray(pipeline)) throw databaseRequestFailed("'pipeline' option must be specified as an array")
  return pipeline.map((stage) => {
    const [first, ...others] = isDoc(stage) ? Object.entries(stage) : []
    if (!first || others.length > 0) throw databaseRequestFailed('A pipeline stage specification object must contain exactly one field.')
    return first
  })
}
