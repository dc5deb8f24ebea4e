import { parseEjsonDoc, printEjson } from '../../values/ejson'
import { readQuery, refuseTransaction, wholeNumber, type DatabaseAction } from '../action'
import { matchingPage } from '../matching'
import { parseOrder } from '../order'
import { compileProjection } from '../projection'

/** Source: the service's documentation and the SDK, which sends 100 where nothing is said and never more than 1000. */
const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** `where(…).orderBy(…).skip(…).limit(…).field(…).get()` and `doc(id).get()`. */
export const getDocument: DatabaseAction = (parameters, { store, now }) => {
  refuseTransaction(parameters)
  const at = now()
  const collection = store.requireCollection(parameters['collectionName'])
  const query = readQuery(parameters, at)
  const order = parameters['order'] === undefined ? [] : parseOrder(parseEjsonDoc(parameters['order'], at, 'order'))
  const skip = wholeNumber(parameters, 'offset', { least: 0, most: Number.MAX_SAFE_INTEGER, otherwise: 0 })
  const limit = wholeNumber(parameters, 'limit', { least: 1, most: MAX_LIMIT, otherwise: DEFAULT_LIMIT })
  const project = parameters['projection'] === undefined ? undefined : compileProjection(parseEjsonDoc(parameters['projection'], at, 'projection'))
  const docs = matchingPage(store, collection, query, order, skip, limit)
  return { list: docs.map((doc) => printEjson(project ? project(doc) : doc)), offset: skip, limit }
}
