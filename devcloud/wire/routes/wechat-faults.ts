import { CloudError } from '../../errors'
import { readFault } from '../../wechat/faults'
import { REFUSALS } from '../../wechat/refusals'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/**
 * `GET /devcloud/wechat/faults`: what is to go wrong, oldest first, and WeChat's refusals that can be asked for; `POST` one more, → `{id}`;
 * `DELETE` all of them, or one below `/{id}`. For whoever sits at this machine.
 */
export const wechatFaults: Route = async ({ request, response, captured: id, world }) => {
  const { faults } = world.openApi
  if (request.method === 'POST') return sendJson(response, 200, { id: faults.add(readFault(await readJsonObject(request, 4096))) })
  if (request.method === 'GET') {
    const list = faults.list().map(({ hold, fail, ...rest }) => ({ ...rest, ...fail, ...(hold ? { held: true } : {}) }))
    return sendJson(response, 200, { faults: list, refusals: [...REFUSALS].map(([errcode, errmsg]) => ({ errcode, errmsg })) })
  }
  if (id === '') faults.clear()
  else if (!faults.remove(id)) throw new CloudError('NOT_FOUND', `no fault ${id}`, 404)
  sendJson(response, 200, {})
}
