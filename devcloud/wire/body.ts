import type { IncomingMessage } from 'node:http'
import { bodyTooLarge, invalidParam } from '../errors'

/**
 * A request's body, held in memory.
 * @param limit bytes; nothing is kept beyond it
 * @throws EXCEED_REQUEST_SIZE_LIMIT as soon as the limit is passed
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw bodyTooLarge(limit)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw bodyTooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A body that must be JSON. An empty one is undefined. */
export const readJson = async (request: IncomingMessage, limit: number): Promise<unknown> => {
  const body = await readBody(request, limit)
  if (body.length === 0) return undefined
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    // What nests too deep to be written again cannot be handed to a function.
    JSON.stringify(value)
    return value
  } catch (error) {
    throw invalidParam(`the body is not JSON: ${(error as Error).message}`)
  }
}

/** A body that must be a JSON object. An empty one is an empty object. */
export const readJsonObject = async (request: IncomingMessage, limit: number): Promise<Record<string, unknown>> => {
  const value = await readJson(request, limit) ?? {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam('the body must be a JSON object')
  return value as Record<string, unknown>
}
