import { invalidParam } from '../../errors'
import { explain } from '../../database/explain'
import { DEFAULT_PAGE, MAX_PAGE } from '../../database/limits'
import { parseOrder } from '../../database/order'
import { parseEjsonDoc } from '../../values/ejson'
import { sendJson } from '../answer'
import type { Route } from '../route'

/**
 * `GET /devcloud/database/explain?collection=&query=&order=&skip=&limit=`: how a query is answered; query and order are EJSON, as the SDK
 * sends them. For whoever sits at this machine; it tells how many documents there are and nothing of what stands in them.
 */
export const explainQuery: Route = ({ response, url, world: { database: { store, now } } }) => {
  const text = (name: string) => url.searchParams.get(name) ?? '{}'
  const whole = (name: string, otherwise: number, most: number) => {
    const value = Number(url.searchParams.get(name) ?? otherwise)
    if (!Number.isInteger(value) || value < 0 || value > most) throw invalidParam(`${name} must be a whole number from 0 to ${most}`)
    return value
  }
  const collection = store.requireCollection(url.searchParams.get('collection') ?? undefined)
  const query = parseEjsonDoc(text('query'), now(), 'query')
  const order = parseOrder(parseEjsonDoc(text('order'), now(), 'order'))
  sendJson(response, 200, explain(store, collection, query, order, whole('skip', 0, Number.MAX_SAFE_INTEGER), whole('limit', DEFAULT_PAGE, MAX_PAGE)))
}
