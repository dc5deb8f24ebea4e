import { app } from './database'

/** The path inside storage of cloud://env.bucket/path. */
export function pathOf(fileId: string): string {
  return fileId.replace(/^cloud:\/\/[^/]+\//, '')
}

let prefix: Promise<string> | null = null

/** What file ids begin with. The bucket's name is known only to the service: asked once per process, however many want to know at the same time. */
function prefixOfIds(): Promise<string> {
  return prefix ??= askPrefix().catch((error: unknown) => {
    prefix = null
    throw error
  })
}

async function askPrefix(): Promise<string> {
  const { data } = await app.getUploadMetadata({ cloudPath: 'evidence/where' })
  const fileId: unknown = data?.fileId
  if (typeof fileId !== 'string' || !fileId.endsWith('evidence/where')) throw new Error('storage did not say what its file ids look like')
  return fileId.slice(0, -'evidence/where'.length)
}

/** To be asked beside the first read of a call that will link photos: then a cold process does not wait for it afterwards. */
export async function knowStorage(): Promise<void> {
  await prefixOfIds()
}

/** The file id of a path. */
export async function fileIdOf(path: string): Promise<string> {
  return await prefixOfIds() + path
}

/** Reads a file whole. @returns null when there is none, 'TOO_LARGE' above `largest` bytes */
export async function download(fileId: string, largest: number): Promise<Buffer | 'TOO_LARGE' | null> {
  const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: 300 }] })
  const url = fileList[0]?.tempFileURL
  if (!url) return null
  const response = await fetch(url)
  if (response.status === 404 || response.status === 403) return null
  if (!response.ok || !response.body) throw new Error(`storage answered ${response.status} for a download`)
  const parts: Uint8Array[] = []
  let size = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    size += value.length
    if (size > largest) {
      await reader.cancel()
      return 'TOO_LARGE'
    }
    parts.push(value)
  }
}

/** The service gives links for at most 50 files a call [wechat: getTempFileURL]. */
const MOST_LINKS = 50

/** Links that expire, by file id; a file that is gone has none. @param maxAge seconds */
export async function linksTo(fileIds: readonly string[], maxAge: number): Promise<Map<string, string>> {
  const portions = Array.from({ length: Math.ceil(fileIds.length / MOST_LINKS) }, (_, i) => fileIds.slice(i * MOST_LINKS, (i + 1) * MOST_LINKS))
  const answers = await Promise.all(portions.map(some => app.getTempFileURL({ fileList: some.map(fileID => ({ fileID, maxAge })) })))
  return new Map(answers.flatMap(({ fileList }) => fileList.flatMap(f => (f.tempFileURL ? [[f.fileID, f.tempFileURL] as const] : []))))
}
