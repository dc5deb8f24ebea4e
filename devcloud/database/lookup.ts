import { databaseRequestFailed, notSupported } from '../errors'
import { emptyDoc, isDoc, type Doc, type Value } from '../values/value'
import { find, splitPath } from './path'
import { runPipeline, type Pipeline, type Stage } from './pipeline'

/**
 * `$lookup`: puts into every document a list of documents of another collection. By equal fields, or by a pipeline of its own that knows nothing
 * of the document (`let` is not here); that one is run once, as MongoDB does.
 * @param compile reads the inner pipeline's stages
 */
export const lookupStage = (
  { from, as, localField, foreignField, let: variables, pipeline, ...more }: Doc,
  compile: (stages: readonly (readonly [key: string, value: Value])[]) => Pipeline,
): Stage => {
  if (typeof from !== 'string' || typeof as !== 'string') throw databaseRequestFailed('$lookup needs from and as')
  if (Object.keys(more).length > 0) throw databaseRequestFailed(`unknown argument to $lookup: ${Object.keys(more).join(', ')}`)
  if (variables !== undefined) throw notSupported('$lookup with let')
  if (as.includes('.')) throw notSupported('$lookup into a nested field')
  if (pipeline === undefined) {
    if (typeof localField !== 'string' || typeof foreignField !== 'string') throw databaseRequestFailed('$lookup needs localField and foreignField, or a pipeline')
    const local = splitPath(localField)
    return (docs, read) => docs.map((doc) => {
      const query = Object.assign(emptyDoc(), { [foreignField]: Object.assign(emptyDoc(), { $in: valuesAt(doc, local) }) })
      return withField(doc, as, read(from, query, [], Infinity))
    })
  }
  if (localField !== undefined || foreignField !== undefined) throw notSupported('$lookup with fields and a pipeline together')
  const inner = compile(stagesOf(pipeline))
  return (docs, read) => {
    if (docs.length === 0) return []
    const found = runPipeline(from, inner, read)
    return docs.map((doc) => withField(doc, as, found))
  }
}

/** What a document has to offer for joining: every value that the path leads to, an array's elements each for itself; null where there is none. */
const valuesAt = (doc: Doc, path: readonly string[]): Value[] => {
  const values = find(doc, path).flatMap((found): Value[] => (found === undefined ? [] : Array.isArray(found) ? found : [found]))
  return values.length === 0 ? [null] : values
}

const withField = (doc: Doc, name: string, found: Doc[]): Doc => Object.assign(emptyDoc(), doc, { [name]: found })

/** `[{$match: …}, {$limit: …}]` as `$.pipeline().….done()` writes it. */
const stagesOf = (pipeline: Value): [string, Value][] => {
  if (!Array.isArray(pipeline)) throw databaseRequestFailed('the pipeline of a $lookup must be a list')
  return pipeline.map((stage) => {
    const [first, ...others] = isDoc(stage) ? Object.entries(stage) : []
    if (!first || others.length > 0) throw databaseRequestFailed('A pipeline stage specification object must contain exactly one field.')
    return first
  })
}
