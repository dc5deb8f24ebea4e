import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { fileHeaders } from '../storage/content-type'
import type { World } from '../wire/world'
import { whole } from './whole'

/** Stored files in the order of their paths: `prefix`, `after`, `limit`. The kind is what the file would be sent as. */
export const listFiles = ({ storage: { files } }: World, asked: URLSearchParams) => ({
  ...files.total(),
  list: files.list(asked.get('prefix') ?? '', asked.get('after') ?? '', whole(asked, 'limit', { least: 1, most: 500, otherwise: 100 }))
    .map((file) => ({ ...file, type: fileHeaders(file.path)['content-type'] })),
})

/** A stored file, by its `path`: whoever looks inside needs no link. Pictures are shown, the rest is saved, as by a link. */
export const sendFile = async ({ storage: { files } }: World, asked: URLSearchParams, response: ServerResponse): Promise<void> => {
  const path = asked.get('path') ?? ''
  const { file, stream } = files.read(path)
  response.writeHead(200, { ...fileHeaders(path), 'content-length': file.size, 'cross-origin-resource-policy': 'same-origin' })
  try {
    await pipeline(stream(), response)
  } catch (error) {
    // Whoever looked has gone on.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
