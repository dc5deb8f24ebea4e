import type { ApiSet } from './api'
import { WxFailure } from './api'

/** A file on the phone. */
export interface StoredFile {
  readonly bytes: Uint8Array
  readonly width?: number
  readonly height?: number
}

/** What outlives the app: hand it to a second host to play a kill and a relaunch. */
export interface PhoneStorage {
  /** JSON by key. */
  readonly values: Map<string, string>
  /** Files by path; those under `http://tmp/` are gone at the next launch. */
  readonly files: Map<string, StoredFile>
}

export function emptyStorage(): PhoneStorage {
  return { values: new Map(), files: new Map() }
}

/** WeChat's limits: 1 MB under one key, 10 MB in all. */
const largestValue = 1024 * 1024
const largestStorage = 10 * 1024 * 1024

export function storageApis(storage: PhoneStorage, stringify: (value: unknown) => string | undefined): ApiSet {
  const { values } = storage
  function write(key: string, value: unknown): void {
    const text = stringify({ value }) ?? '{}'
    const others = [...values].reduce((sum, [name, held]) => name === key ? sum : sum + held.length, 0)
    if (text.length > largestValue) throw new WxFailure('entry size limit reached')
    if (others + text.length > largestStorage) throw new WxFailure('exceed storage max size 10Mb')
    values.set(key, text)
  }
  function read(key: string): unknown {
    const text = values.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as { value?: unknown }).value
  }
  const info = (): object => ({ keys: [...values.keys()], currentSize: 1, limitSize: largestStorage / 1024 })
  return {
    instant: {
      // A key that is not there reads as '' on WeChat.
      getStorageSync: (key: string) => read(key) ?? '',
      setStorageSync: (key: string, value: unknown) => write(key, value),
      removeStorageSync: (key: string) => { values.delete(key) },
      clearStorageSync: () => values.clear(),
      getStorageInfoSync: info,
    },
    later: {
      getStorage: ({ key }) => {
        const data = read(String(key))
        if (data === undefined) throw new WxFailure('data not found')
        return { data }
      },
      setStorage: ({ key, data }) => write(String(key), data),
      removeStorage: ({ key }) => { values.delete(String(key)) },
      clearStorage: () => values.clear(),
      getStorageInfo: info,
    },
  }
}
