import { refuse } from '../../domain/contract/refusal'
import { findById, updateOne } from '../lib/database'
import type { UseCase } from '../lib/door'
import { letIn, ownSupplier, type JoinRequest } from '../lib/supplierPeople'
import { tell } from '../lib/tell'

/** Whoever acts for a supplier, or its leader, lets somebody in who asked, or does not. Repeating the same answer changes nothing. */
export const answerJoin: UseCase<'answerJoin'> = async (caller, { requestId, yes }, now) => {
  const request = await findById<JoinRequest>('joinRequests', requestId)
  const own = request && await ownSupplier(caller, request.supplierId)
  if (!request || !own) refuse('NOT_FOUND', '找不到这个人', 'requestId')
  const { supplier } = own
  const said = yes ? 'yes' as const : 'no' as const
  const answered = await updateOne('joinRequests', { _id: requestId, state: 'asked' }, { state: said })
  if (!answered) {
    const known = await findById<JoinRequest>('joinRequests', requestId)
    if (known?.state !== said) refuse('ALREADY_ANSWERED', '别人已经回过了', 'requestId')
  }
  if (yes) {
    await letIn(request.personId, supplier, request.name, async () => (await findById<JoinRequest>('joinRequests', requestId))?.state === 'yes')
  }
  const bundle = request.groupBuyId === null ? 'packages/supplier/cases/index' : `packages/supplier/bundle/index?supplier=${supplier._id}&groupBuy=${request.groupBuyId}`
  await tell({
    _id: `${requestId}:${request.askedAt}:${said}`, personId: request.personId, as: 'supplier',
    title: yes ? `您现在能替「${supplier.name}」回话了` : `「${supplier.name}」没同意您加入`, body: yes ? '点开就能看到要回话的' : '请跟给您链接的人说一声',
    page: yes ? bundle : 'packages/supplier/cases/index', at: now,
  })
  return { yes }
}
