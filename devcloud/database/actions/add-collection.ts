import { invalidParam } from '../../errors'
import type { DatabaseAction } from '../action'

/** `db.createCollection(name)`. Without indexes: those are deployment files. */
export const addCollection: DatabaseAction = (parameters, { store }) => {
  const name = parameters['collectionName']
  // Names as the service's console takes them: letters, digits, - and _, a letter first, at most 32.
  if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,31}$/.test(name)) throw invalidParam('collectionName is invalid')
  store.transaction(() => store.catalog.add(name))
  return {}
}
