import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, systemError } from '../errors'

/** Exactly what node-sdk looks for before it takes an answer to `wx.openApi` for JSON (`handleWxOpenApiData`). */
export const JSON_TYPE = 'application/json; charset=utf-8'

/** Sends JSON text. */
export const sendJsonText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' })
  response.end(text)
}

export const sendJson = (response: ServerResponse, status: number, value: unknown): void => sendJsonText(response, status, JSON.stringify(value))

/** What is not a CloudError is a mistake in this cloud: told to whoever runs it, with its stack. */
export const asCloudError = (error: unknown): CloudError => {
  if (error instanceof CloudError) return error
  process.stderr.write(`devcloud: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
  return systemError(error instanceof Error ? error.message : String(error))
}

/** Sends an error as the HTTP API does: `{code, message, requestId}` with a status of its own. */
export const sendError = (request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  const { code, message, status } = asCloudError(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  // What was not read of the body would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close')
  sendJson(response, status, { code, message, requestId: randomUUID() })
}
