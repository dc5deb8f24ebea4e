import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { IncomingMessage } from 'node:http'
import { badDeployment } from '../errors'

/** Where the cloud listens, and by which names it may be asked for. */
export interface Reach { listen: string; /** As they stand in a Host header, without the port. */ names: ReadonlySet<string>; /** As it stands in the cloud's own addresses. */ name: string; /** Whether other machines can ask. */ open: boolean }

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

const inHeader = (address: string): string => (isIP(address) === 6 ? `[${address}]` : address).toLowerCase()

/**
 * @param host an address of this machine, or 0.0.0.0 or :: for all of them
 * @throws BAD_DEPLOYMENT for what is no address
 */
export const reachOf = (host: string): Reach => {
  if (LOOPBACK.includes(inHeader(host))) return { listen: host, names: new Set(LOOPBACK), name: inHeader(host), open: false }
  if (isIP(host) === 0) throw badDeployment('--host', `${host} is no IP address`)
  const all = host === '0.0.0.0' || host === '::'
  const own = all ? Object.values(networkInterfaces()).flatMap((list) => list ?? []).map(({ address }) => inHeader(address)) : [inHeader(host)]
  return { listen: host, names: new Set([...LOOPBACK, ...own]), name: all ? '127.0.0.1' : inHeader(host), open: true }
}

/** Whether a request comes from this machine itself. */
export const isFromHere = ({ socket }: IncomingMessage): boolean =>
  socket.remoteAddress === socket.localAddress || /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
