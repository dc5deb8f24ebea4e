import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { notSupported } from '../errors'
import type { IndexDefinition } from '../database/index-keys'
import { MAX_INDEX_FIELDS, MAX_INDEXES } from '../database/limits'
import { splitPath } from '../database/path'
import { readJsonObject, Reader } from './read-json'

/** A collection as `cloudbase/collections/<name>.json` describes it, in the shape of manager-node's `updateCollection`. */
export interface CollectionDefinition { name: string; indexes: IndexDefinition[] }

const readIndex = (read: Reader, value: unknown, where: string): IndexDefinition => {
  const item = read.object(value, where)
  const schema = read.object(item['MgoKeySchema'], `${where}.MgoKeySchema`)
  const keys = read.list(schema['MgoIndexKeys'], `${where}.MgoKeySchema.MgoIndexKeys`).map((entry, at) => {
    const place = `${where}.MgoKeySchema.MgoIndexKeys[${at}]`
    const key = read.object(entry, place)
    const field = read.text(key['Name'], `${place}.Name`)
    const direction = key['Direction']
    if (direction === '2d' || direction === '2dsphere') throw notSupported(`geographic indexes (${read.file})`)
    if (direction !== '1' && direction !== '-1') read.fail(`${place}.Direction`, '"1" or "-1"')
    const path = splitPath(field)
    if (path.some((name) => name === '' || name.startsWith('$'))) read.fail(`${place}.Name`, 'a field, with dots between names')
    return { field, path, direction: direction === '1' ? 1 as const : -1 as const }
  })
  if (keys.length === 0 || keys.length > MAX_INDEX_FIELDS) read.fail(`${where}.MgoKeySchema.MgoIndexKeys`, `a list of 1 to ${MAX_INDEX_FIELDS} fields`)
  const twice = keys.find(({ field }, at) => keys.findIndex((key) => key.field === field) !== at)
  if (twice) read.fail(`${where}.MgoKeySchema.MgoIndexKeys`, `without a second ${twice.field}`)
  // The API takes an index without it.
  const unique = schema['MgoIsUnique'] ?? false
  if (typeof unique !== 'boolean') read.fail(`${where}.MgoKeySchema.MgoIsUnique`, 'true or false')
  if (schema['MgoIsSparse'] === true) throw notSupported(`sparse indexes (${read.file})`)
  return { name: read.text(item['IndexName'], `${where}.IndexName`), keys, unique }
}

/**
 * Reads every `<root>/cloudbase/collections/<name>.json`. Only ADMINONLY is known: the database is closed to clients here.
 * @throws BAD_DEPLOYMENT naming the place
 */
export const readCollections = (root: string): CollectionDefinition[] => {
  const directory = join(root, 'cloudbase', 'collections')
  let files: string[]
  try {
    files = readdirSync(directory).filter((file) => file.endsWith('.json')).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return files.map((file) => {
    const read = new Reader(join(directory, file))
    const json = read.object(readJsonObject(read.file), 'the file')
    if (json['permission'] !== 'ADMINONLY') throw notSupported(`the permission ${String(json['permission'])} (${read.file}); only ADMINONLY`)
    const indexes = read.list(json['indexes'], 'indexes').map((item, at) => readIndex(read, item, `indexes[${at}]`))
    if (indexes.length > MAX_INDEXES) read.fail('indexes', `a list of at most ${MAX_INDEXES}`)
    const names = indexes.map(({ name }) => name)
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined) read.fail('indexes', `without a second ${twice}`)
    return { name: basename(file, '.json'), indexes }
  })
}
