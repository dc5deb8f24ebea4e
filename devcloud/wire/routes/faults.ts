import type { IncomingMessage } from 'node:http'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/**
 * `GET /devcloud/faults`: what of the cloud itself is switched to go wrong; `PUT` some of the switches, the rest stays as it is; `DELETE`: nothing
 * goes wrong any more, with WeChat's calls neither. For whoever sits at this machine.
 */
export const faults: Route = async ({ request, response, world }) => {
  if (request.method === 'PUT') world.faults.set(await readJsonObject(request, 4096))
  if (request.method === 'DELETE') world.faults.clear()
  sendJson(response, 200, world.faults.switches)
}

/** Ends a connection without an answer, as a network that is gone. */
export const breakOff = (request: IncomingMessage): void => { request.socket.destroy() }
