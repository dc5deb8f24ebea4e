import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { IndexDefinition } from '../database/index-keys'
import { MAX_INDEX_FIELDS, MAX_INDEXES } from '../database/limits'
import type { OrderKey } from '../database/order'
import { splitPath } from '../database/path'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** A collection as `cloudbase/collections/<name>.json` describes it, in the shape of manager-node's `updateCollection`. */
export interface CollectionDefinition { name: string; indexes: IndexDefinition[] }

/** Source: docs.cloudbase.net, permissions of collections. */
const PERMISSIONS = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']

const readKey = (read: Reader, entry: unknown, place: string): OrderKey => {
  const key = read.object(entry, place)
  read.keys(key, place, ['Name', 'Direction'])
  const field = read.text(key['Name'], `${place}.Name`)
  const direction = key['Direction']
  if (direction === '2d' || direction === '2dsphere') read.unsupported(`${place}.Direction`, 'geographic indexes')
  else if (direction !== '1' && direction !== '-1') read.fail(`${place}.Direction`, '"1" or "-1"')
  const path = splitPath(field)
  if (field !== '' && path.some((name) => name === '' || name.startsWith('$'))) read.fail(`${place}.Name`, 'a field, with dots between names')
  return { field, path, direction: direction === '-1' ? -1 : 1 }
}

const readIndex = (read: Reader, value: unknown, where: string): IndexDefinition => {
  const item = read.object(value, where)
  read.keys(item, where, ['IndexName', 'MgoKeySchema'])
  const place = `${where}.MgoKeySchema`
  const schema = read.object(item['MgoKeySchema'], place)
  read.keys(schema, place, ['MgoIndexKeys', 'MgoIsUnique', 'MgoIsSparse'])
  const keys = read.list(schema['MgoIndexKeys'], `${place}.MgoIndexKeys`).map((entry, at) => readKey(read, entry, `${place}.MgoIndexKeys[${at}]`))
  if (keys.length === 0 || keys.length > MAX_INDEX_FIELDS) read.fail(`${place}.MgoIndexKeys`, `a list of 1 to ${MAX_INDEX_FIELDS} fields`)
  read.noneTwice(keys.map(({ field }) => field), `${place}.MgoIndexKeys`)
  // The API takes an index without it.
  const unique = schema['MgoIsUnique'] ?? false
  if (typeof unique !== 'boolean') read.fail(`${place}.MgoIsUnique`, 'true or false')
  if (schema['MgoIsSparse'] === true) read.unsupported(`${place}.MgoIsSparse`, 'sparse indexes')
  return { name: read.text(item['IndexName'], `${where}.IndexName`), keys, unique: unique === true }
}

const readCollection = (file: string, findings: Findings): CollectionDefinition => {
  const read = new Reader(file, findings)
  const name = basename(file, '.json')
  const json = read.whole()
  if (!json) return { name, indexes: [] }
  read.keys(json, '', ['permission', 'indexes'])
  const permission = json['permission']
  if (typeof permission !== 'string' || !PERMISSIONS.includes(permission)) read.fail('permission', `one of ${PERMISSIONS.join(', ')}`)
  else if (permission !== 'ADMINONLY') read.unsupported('permission', `the permission ${permission}, only ADMINONLY`)
  const indexes = read.list(json['indexes'], 'indexes').map((item, at) => readIndex(read, item, `indexes[${at}]`))
  if (indexes.length > MAX_INDEXES) read.fail('indexes', `a list of at most ${MAX_INDEXES}`)
  read.noneTwice(indexes.map((index) => index.name), 'indexes')
  return { name, indexes }
}

/** Reads every `<root>/cloudbase/collections/<name>.json`. Only ADMINONLY is known: the database is closed to clients here. */
export const readCollections = (root: string, findings: Findings): CollectionDefinition[] => {
  const directory = join(root, 'cloudbase', 'collections')
  let files: string[]
  try {
    files = readdirSync(directory).filter((file) => file.endsWith('.json')).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return files.map((file) => readCollection(join(directory, file), findings))
}
