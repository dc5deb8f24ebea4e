import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { STATUS_CODES, type Server } from 'node:http'
import { CloudError } from '../errors'
import { JSON_TYPE, sendError } from './answer'

/** How long a client may take, ms: for the head of a request, and for all of it. */
export interface Patience { headMs: number; requestMs: number }

/** Enough for 100 MB on a slow wireless network, too little to keep a socket for nothing. */
export const PATIENCE: Patience = { headMs: 10_000, requestMs: 300_000 }

const refusalOf = (code: string | undefined): { status: number; code: string; message: string } => {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT': return { status: 408, code: 'REQUEST_TIMEOUT', message: 'the request did not arrive in time' }
    case 'HPE_HEADER_OVERFLOW': return { status: 431, code: 'EXCEED_REQUEST_SIZE_LIMIT', message: 'the headers are larger than 16 KB' }
    default: return { status: 400, code: 'INVALID_PARAM', message: `this is not HTTP: ${code ?? 'unreadable'}` }
  }
}

/** Answers what never becomes a request: too slow, too long, not HTTP. The connection ends. */
export const refuseBrokenRequests = (server: Server, { headMs, requestMs }: Patience): void => {
  server.headersTimeout = headMs
  server.requestTimeout = requestMs
  server.on('checkExpectation', (request, response) => {
    sendError(request, response, new CloudError('INVALID_PARAM', `the expectation ${request.headers.expect ?? ''} cannot be met`, 417))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const { status, ...said } = refusalOf(error.code)
    const body = JSON.stringify({ ...said, requestId: randomUUID() })
    socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-type: ${JSON_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    socket.destroySoon()
  })
}
