import type { SentMessage } from '../../wechat/messages'
import type { Route } from '../route'

/** Milliseconds; shorter than any proxy's patience. */
const HEARTBEAT = 15_000

/** `GET /devcloud/wechat/messages/stream`: an event per message as it is sent; resumes after `Last-Event-ID`. */
export const messageStream: Route = ({ request, response, world }) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'keep-alive' })
  response.write(': listening\n\n')
  const tell = (message: SentMessage) => { response.write(`id: ${message.id}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`) }
  const last = Number(request.headers['last-event-id'] ?? NaN)
  if (Number.isInteger(last)) world.messages.after(last).forEach(tell)
  const stop = world.messages.onSent(tell)
  const beat = setInterval(() => response.write(': heartbeat\n\n'), HEARTBEAT)
  response.on('close', () => {
    clearInterval(beat)
    stop()
  })
}
