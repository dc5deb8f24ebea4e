import { CloudError } from '../../errors'
import { readFault, type Faults } from '../../wechat/faults'
import { REFUSALS } from '../../wechat/refusals'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** What is to go wrong with calls to WeChat, oldest first, as far as it can be written down, and the refusals that can be asked for. */
export const faultLists = (faults: Faults) => ({
  faults: faults.list().map(({ hold, fail, ...rest }) => ({ ...rest, ...fail, ...(hold ? { held: true } : {}) })),
  refusals: [...REFUSALS].map(([errcode, errmsg]) => ({ errcode, errmsg })),
})

/**
 * `GET /devcloud/wechat/faults`: what is to go wrong, oldest first, and WeChat's refusals that can be asked for; `POST` one more, → `{id}`;
 * `DELETE` all of them, or one below `/{id}`. For whoever sits at this machine.
 */
export const wechatFaults: Route = async ({ request, response, captured: id, world }) => {
  const { faults } = world
  if (request.method === 'POST') return sendJson(response, 200, { id: faults.add(readFault(await readJsonObject(request, 4096))) })
  if (request.method === 'GET') return sendJson(response, 200, faultLists(faults))
  if (id === '') for (const rule of faults.list()) faults.remove(rule.id)
  else if (!faults.remove(id)) throw new CloudError('NOT_FOUND', `no fault ${id}`, 404)
  sendJson(response, 200, {})
}
