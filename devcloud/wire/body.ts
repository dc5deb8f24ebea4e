import type { IncomingMessage } from 'node:http'
import { bodyTooLarge, invalidParam, requestBroken } from '../errors'
import { parseJson } from '../values/json'

/**
 * A request's body, held in memory.
 * @param limit bytes; nothing is kept beyond it
 * @throws EXCEED_REQUEST_SIZE_LIMIT as soon as the limit is passed
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw bodyTooLarge(limit)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw requestBroken((error as Error).message)
  }
  if (size > limit) throw bodyTooLarge(limit)
  return Buffer.concat(chunks)
}

/** What a form of a page would send: refused by name, rather than as broken JSON. */
const FORM = /^(?:multipart\/|application\/x-www-form-urlencoded)/i

/** A body that must be JSON, whatever text it says to be. An empty one is undefined. */
export const readJson = async (request: IncomingMessage, limit: number): Promise<unknown> => {
  const type = request.headers['content-type'] ?? ''
  if (FORM.test(type)) throw invalidParam(`the content type must be application/json, not ${type}`)
  const body = await readBody(request, limit)
  return body.length === 0 ? undefined : parseJson(body.toString('utf8'), 'the body')
}

/** A body that must be a JSON object. An empty one is an empty object. */
export const readJsonObject = async (request: IncomingMessage, limit: number): Promise<Record<string, unknown>> => {
  const value = await readJson(request, limit) ?? {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParam('the body must be a JSON object')
  return value as Record<string, unknown>
}
