import { connect } from 'node:net'

/** An answer as it came over a socket, as far as it did. */
export interface RawAnswer { status: number; head: string; body: string }

/**
 * Sends bytes as they are and reads until the other side ends, or an answer is whole.
 * @param parts sent one after the other; an empty list only connects
 */
export const rawRequest = (port: number, parts: readonly (string | Buffer)[], host = '127.0.0.1'): Promise<RawAnswer> => new Promise((resolve, reject) => {
  const socket = connect(port, host)
  let received = Buffer.alloc(0)
  let finished = false
  const finish = () => {
    if (finished) return
    finished = true
    socket.destroy()
    const text = received.toString('utf8')
    const [head = '', ...rest] = text.split('\r\n\r\n')
    resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') })
  }
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /^content-length: (\d+)$/im.exec(received.subarray(0, end).toString('latin1'))?.[1]
    if (length !== undefined && received.length >= end + 4 + Number(length)) finish()
  })
  socket.on('end', finish)
  socket.on('close', finish)
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // The other side may end before it has read everything.
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') finish()
    else reject(error)
  })
  for (const part of parts) socket.write(part)
})
