import { databaseRequestFailed } from '../../errors'
import { printEjson } from '../../values/ejson'
import { isDoc, typeName, type Doc } from '../../values/value'
import { compileExpression } from '../expressions/compile'
import { scopeOf, type Stage } from '../pipeline'

/** `$replaceRoot`: a document found or made inside takes the place of the whole. */
export const replaceRootStage = (spec: Doc, names: ReadonlySet<string>): Stage => {
  const { newRoot, ...others } = spec
  if (Object.keys(others).length > 0) throw databaseRequestFailed(`unrecognized option to $replaceRoot stage: ${Object.keys(others)[0]}, only valid option is 'newRoot'.`)
  if (newRoot === undefined) throw databaseRequestFailed("no newRoot specified for the $replaceRoot stage")
  const expression = compileExpression(newRoot, names)
  return (docs, context) => docs.map((doc) => {
    const root = expression(scopeOf(doc, context))
    if (!isDoc(root)) {
      throw databaseRequestFailed(`'newRoot' expression  must evaluate to an object, but resulting value was: ${root === undefined ? 'MISSING' : printEjson(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${printEjson(doc)}`)
    }
    return root
  })
}
