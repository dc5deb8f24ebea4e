import { parseEjsonDoc, printEjson } from '../../values/ejson'
import { read } from '../access'
import { readQuery, wholeNumber, type DatabaseAction } from '../action'
import { DEFAULT_PAGE, MAX_PAGE } from '../limits'
import { matchingPage } from '../matching'
import { parseOrder } from '../order'
import { compileProjection } from '../projection'

/** `where(…).orderBy(…).skip(…).limit(…).field(…).get()` and `doc(id).get()`. */
export const getDocument: DatabaseAction = (parameters, context) => {
  const at = context.now()
  const query = readQuery(parameters, at)
  const order = parameters['order'] === undefined ? [] : parseOrder(parseEjsonDoc(parameters['order'], at, 'order'))
  const skip = wholeNumber(parameters, 'offset', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 0 })
  const limit = wholeNumber(parameters, 'limit', { least: 1, most: MAX_PAGE, otherwise: DEFAULT_PAGE })
  const project = parameters['projection'] === undefined ? undefined : compileProjection(parseEjsonDoc(parameters['projection'], at, 'projection'))
  const docs = read(parameters, context, (documents) => matchingPage(documents, documents.requireCollection(parameters['collectionName']), query, order, skip, limit))
  return { list: docs.map((doc) => printEjson(project ? project(doc) : doc)), offset: skip, limit }
}
