import { databaseRequestFailed } from '../errors'
import { isDoc, type Value } from '../values/value'

/**
 * Field names that MongoDB 4 does not store.
 * @throws DATABASE_REQUEST_FAILED naming the field
 */
export const checkStorable = (value: Value): void => {
  if (Array.isArray(value)) value.forEach(checkStorable)
  else if (isDoc(value)) {
    for (const name of Object.keys(value)) {
      if (name.startsWith('$')) throw databaseRequestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
      if (name.includes('.')) throw databaseRequestFailed(`The dotted field '${name}' is not valid for storage.`)
      if (name.includes('\0')) throw databaseRequestFailed('Field names may not contain a null byte')
      checkStorable(value[name] as Value)
    }
  }
}
