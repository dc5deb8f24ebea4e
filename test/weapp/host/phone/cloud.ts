import type { Input, Wire } from './api'
import { WxFailure } from './api'
import type { PhoneFiles } from './files'

/** The cloud as the test plays it. What it lacks, or throws, is a cloud that does not answer. */
export interface CloudHandlers {
  callFunction?(call: { readonly name: string; readonly data: unknown }): unknown
  uploadFile?(file: { readonly cloudPath: string; readonly filePath: string; readonly bytes: Uint8Array }): { readonly fileID: string } | Promise<{ readonly fileID: string }>
  getTempFileURL?(fileList: readonly unknown[]): readonly object[] | Promise<readonly object[]>
}

/** More than this and WeChat refuses the call. */
const largestCall = 1024 * 1024

/** `wx.cloud`, with the test at the other end; data crosses as JSON, as on the wire. */
export function makeCloud(wire: Wire, files: PhoneFiles, handlers: () => CloudHandlers | null): Readonly<Record<string, unknown>> {
  let ready = false
  function open<K extends keyof CloudHandlers>(name: K): NonNullable<CloudHandlers[K]> {
    const handler = handlers()?.[name]
    if (!handler) throw new WxFailure(`request:fail the cloud is down`, -1)
    return handler
  }
  // Calling before init throws at once on a phone, it does not reject.
  const guarded = (name: string, call: (input?: Input) => unknown) => (input?: Input): unknown => {
    if (!ready) throw wire.realm.adopt(new Error(`Cloud API isn't enabled, please call wx.cloud.init first (${name})`))
    return call(input)
  }
  const later = (name: string, work: (input: Input) => unknown): unknown => guarded(name, wire.later(`cloud.${name}`, work))
  return {
    init: (options?: unknown) => {
      wire.record('cloud.init', options)
      ready = true
    },
    callFunction: later('callFunction', async ({ name, data }) => {
      const sent = wire.realm.stringify(data ?? {}) ?? '{}'
      if (Buffer.byteLength(sent) > largestCall) throw new WxFailure('data exceed max size', -1)
      const result = await open('callFunction')({ name: String(name), data: JSON.parse(sent) as unknown })
      return { result: result === undefined ? null : JSON.parse(JSON.stringify(result)) as unknown, requestID: 'host' }
    }),
    uploadFile: later('uploadFile', async ({ cloudPath, filePath }) => {
      const { bytes } = files.read(String(filePath))
      const { fileID } = await open('uploadFile')({ cloudPath: String(cloudPath), filePath: String(filePath), bytes })
      return { fileID, statusCode: 200 }
    }),
    getTempFileURL: later('getTempFileURL', async ({ fileList }) => {
      const asked = JSON.parse(wire.realm.stringify(fileList ?? []) ?? '[]') as unknown[]
      return { fileList: await open('getTempFileURL')(asked) }
    }),
  }
}
