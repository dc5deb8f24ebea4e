import type { ApiSet, Wire } from './api'
import { WxFailure } from './api'
import type { PhoneStorage, StoredFile } from './storage'

export const temporary = 'http://tmp/'
export const userFolder = 'http://usr'

/** Paths that the page may read; WeChat names a new one for everything it makes. */
export class PhoneFiles {
  private made = 0

  constructor(private readonly storage: PhoneStorage) {
    for (const path of storage.files.keys()) if (path.startsWith(temporary)) storage.files.delete(path)
  }

  has(path: string): boolean {
    return this.storage.files.has(path)
  }

  read(path: string): StoredFile {
    const file = this.storage.files.get(path)
    if (!file) throw new WxFailure(`no such file or directory "${path}"`)
    return file
  }

  write(path: string, file: StoredFile): void {
    this.storage.files.set(path, file)
  }

  remove(path: string): void {
    if (!this.storage.files.delete(path)) throw new WxFailure(`no such file or directory "${path}"`)
  }

  /** Keeps bytes under a temporary path of their own. */
  keep(file: StoredFile, ending: string): string {
    this.made += 1
    const path = `${temporary}made-${this.made}${ending}`
    this.write(path, file)
    return path
  }
}

/** `.jpg` of a path, or nothing. */
export function endingOf(path: string): string {
  return /\.\w+$/.exec(path)?.[0] ?? ''
}

function bytesOf(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8')
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  return new Uint8Array(data as ArrayBuffer).slice()
}

export function fileApis(files: PhoneFiles, wire: Wire): ApiSet {
  const read = (path: unknown, encoding: unknown): unknown => {
    const { bytes } = files.read(String(path))
    return typeof encoding === 'string' && encoding !== 'binary' ? Buffer.from(bytes).toString(encoding === 'base64' || encoding === 'hex' ? encoding : 'utf8') : bytes.slice().buffer
  }
  const write = (path: unknown, data: unknown, encoding: unknown): void => files.write(String(path), { bytes: bytesOf(data, encoding) })
  const save = (from: unknown, to: unknown): string => {
    const path = typeof to === 'string' ? to : `http://store/${String(from).split('/').at(-1) ?? 'file'}`
    files.write(path, files.read(String(from)))
    return path
  }
  const stat = (path: unknown): object => ({ size: files.read(String(path)).bytes.length, mode: 33206, lastModifiedTime: 0, lastAccessedTime: 0 })
  const later = (name: string, work: Parameters<Wire['later']>[1]): unknown => wire.later(name, work)
  const manager = {
    readFile: later('readFile', ({ filePath, encoding }) => ({ data: read(filePath, encoding) })),
    readFileSync: (path: string, encoding?: string) => wire.realm.adopt(read(path, encoding)),
    writeFile: later('writeFile', ({ filePath, data, encoding }) => write(filePath, data, encoding)),
    writeFileSync: (path: string, data: unknown, encoding?: string) => write(path, data, encoding),
    access: later('access', ({ path }) => void files.read(String(path))),
    accessSync: (path: string) => void files.read(path),
    unlink: later('unlink', ({ filePath }) => files.remove(String(filePath))),
    unlinkSync: (path: string) => files.remove(path),
    saveFile: later('saveFile', ({ tempFilePath, filePath }) => ({ savedFilePath: save(tempFilePath, filePath) })),
    saveFileSync: (from: string, to?: string) => save(from, to),
    copyFile: later('copyFile', ({ srcPath, destPath }) => void save(srcPath, destPath)),
    copyFileSync: (from: string, to: string) => void save(from, to),
    getFileInfo: later('getFileInfo', ({ filePath }) => ({ size: files.read(String(filePath)).bytes.length })),
    stat: later('stat', ({ path }) => ({ stats: stat(path) })),
    statSync: (path: string) => wire.realm.adopt(stat(path)),
    mkdir: later('mkdir', () => undefined),
    mkdirSync: () => undefined,
  }
  return {
    instant: { getFileSystemManager: () => manager },
    later: { getFileInfo: ({ filePath }) => ({ size: files.read(String(filePath)).bytes.length }) },
    values: { env: { USER_DATA_PATH: userFolder } },
  }
}
