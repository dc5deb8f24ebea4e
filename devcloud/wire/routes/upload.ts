import { randomUUID } from 'node:crypto'
import { badStorageSignature, fileTooLarge } from '../../errors'
import { checkedCloudPath } from '../../storage/path'
import { asCloudError } from '../answer'
import type { Route } from '../route'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** `PUT /storage/upload/{path}` with a permit in `authorization`. Answers as the object store does: nothing, or an error as XML. */
export const upload: Route = async ({ request, response, captured, world }) => {
  const { files, permits } = world.storage
  try {
    world.faults.needStorage()
    const path = checkedCloudPath(decodeURIComponent(captured))
    const { owner, size } = permits.checkUpload(request.headers.authorization, path)
    const length = request.headers['content-length'] === undefined ? undefined : Number(request.headers['content-length'])
    if ((length ?? 0) > files.maxBytes) throw fileTooLarge(files.maxBytes)
    // As where the length is part of what is signed.
    if (size !== undefined && length !== size) throw badStorageSignature(`permitted for ${size} bytes`)
    await files.put(path, owner, request)
    response.writeHead(200, { 'content-length': 0 })
    response.end()
  } catch (error) {
    // Cut off half-way: nothing was stored, and nobody waits for an answer.
    if (request.destroyed && !request.complete) return
    const { code, message, status } = asCloudError(error)
    const id = randomUUID()
    if (!request.complete) response.setHeader('connection', 'close')
    response.writeHead(status, { 'content-type': 'application/xml' })
    response.end(`<?xml version='1.0' encoding='utf-8' ?><Error><Code>${escape(code)}</Code><Message>${escape(message)}</Message><Resource>${escape(captured)}</Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`)
  }
}
