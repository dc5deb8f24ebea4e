import { pipeline } from 'node:stream/promises'
import { checkedCloudPath } from '../../storage/path'
import { fileHeaders } from '../../storage/content-type'
import type { Route } from '../route'

/** `GET /storage/file/{path}?sign=…&t=…`: a link that was handed out, until it expires. */
export const download: Route = async ({ request, response, url, captured, world }) => {
  const { files, permits } = world.storage
  const path = checkedCloudPath(decodeURIComponent(captured))
  permits.checkDownload(path, url.searchParams.get('sign'), url.searchParams.get('t'))
  const { file, stream } = files.read(path)
  response.writeHead(200, { ...fileHeaders(path), 'content-length': file.size })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  try {
    await pipeline(stream(), response)
  } catch (error) {
    // The reader went away in the middle; there is nobody left to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
