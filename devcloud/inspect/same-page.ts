import type { IncomingMessage } from 'node:http'
import { actionForbidden } from '../errors'

/** The header that the page's own script sends with what changes something. No page of another origin can send it without asking first, and it is not let. */
export const PAGE_HEADER = 'x-devcloud-page'

/**
 * What the page shows is everything there is, so that it is stricter than the other wires: nobody but the page itself asks, no other
 * page of this machine either (a dev server of something else, on another port).
 * @throws ACTION_FORBIDDEN
 */
export const needSamePage = ({ method, headers }: IncomingMessage): void => {
  const { origin, host = '', 'sec-fetch-site': site } = headers
  if (origin !== undefined && origin !== `http://${host}`) throw actionForbidden('this is for the page at /devcloud/ only')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw actionForbidden('this is for the page at /devcloud/ only')
  if (method !== 'GET' && headers[PAGE_HEADER] !== '1') throw actionForbidden(`this needs the header ${PAGE_HEADER}: 1`)
}
