import { invalidAction } from '../errors'
import type { DatabaseAction } from './action'
import { addCollection } from './actions/add-collection'
import { aggregateDocuments } from './actions/aggregate-documents'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument } from './actions/insert-document'
import { modifyAndReturnDoc } from './actions/modify-and-return-doc'
import { modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import { abortTransaction, commitTransaction, startTransaction } from './actions/transactions'

const actions = new Map<string, DatabaseAction>([
  ['addCollection', addCollection],
  ['aggregateDocuments', aggregateDocuments],
  ['insertDocument', insertDocument],
  ['getDocument', getDocument],
  ['calculateDocument', calculateDocument],
  ['modifyDocument', modifyDocument],
  ['modifyAndReturnDoc', modifyAndReturnDoc],
  ['removeDocument', removeDocument],
  ['startTransaction', startTransaction],
  ['commitTransaction', commitTransaction],
  ['abortTransaction', abortTransaction],
])

/** @param name the part after `database.` */
export const databaseAction = (name: string): DatabaseAction => {
  const action = actions.get(name)
  if (!action) throw invalidAction(`database.${name}`)
  return action
}
