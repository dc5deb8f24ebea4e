import { invalidParam } from '../../errors'
import { eachFile } from '../each'
import type { Storage } from '../storage'

const TYPES = ['READ', 'WRITE', 'READWRITE']

/**
 * `getFileAuthority`: what the storage rules let a person do, asked by the function that the person called. Nothing is handed out: a path of
 * which the rules say nothing, and one that cannot be, is `false`.
 */
export const getFileAuthority = async (parameters: Record<string, unknown>, { rules, files, ids }: Storage) => {
  const { openId, uid, fileList } = parameters
  const caller = [openId, uid].find((id) => typeof id === 'string' && id !== '') as string | undefined
  if (caller === undefined) throw invalidParam('openId or uid is missing')
  return eachFile(fileList, 'fileList', ({ path: asked, type }) => {
    if (!TYPES.includes(type as string)) throw invalidParam(`type must be one of ${TYPES.join(', ')}`)
    const path = ids.pathOrId(asked)
    const request = { caller, path, owner: files.find(path)?.owner }
    return {
      path: asked, cosFileId: ids.metaOf(path),
      ...(type === 'WRITE' ? {} : { read: rules.read(request) }),
      ...(type === 'READ' ? {} : { write: rules.write(request) }),
    }
  }, ({ path }, failure) => ({ path, cosFileId: '', read: false, ...failure }))
}
