import type { Answers, Input } from '../../domain/contract/calls'
import type { CaseView } from '../../domain/people/caseView'
import { sendNow } from './sendWaiting'

const TITLES: Partial<Record<Input<'actOnCase'>['command']['type'], string>> = {
  agree: '同意处理', decline: '不同意', withdraw: '撤销', addEvidence: '补的照片', counter: '还的价', appeal: '请人再看看', extendClaim: '又发现坏的', expedite: '催一下',
  sendReturn: '退货', receiveReplacement: '收到东西了', confirmRefund: '收到钱了', failRefund: '没收到钱', reopen: '接着说', rate: '评价',
}

/**
 * Sends a resident's answer. `owner`: what its words and photos are kept by.
 * @returns the case after it, or null when it waits in the outbox. Throws `CallFailed` when it was refused.
 */
export async function sendAnswer({ view, community }: Answers['showCase'], input: Input<'actOnCase'>, owner?: string): Promise<CaseView | null> {
  const end = await sendNow({
    kind: 'step', id: input.commandId, caseId: view.id, title: `${view.title}，${TITLES[input.command.type] ?? '回话'}`, refused: null,
    leader: { leaderName: community.leaderName, leaderPhone: community.leaderPhone }, input,
    ...(owner === undefined ? {} : { owner }),
  })
  if (end.state === 'refused') throw end.why
  return end.state === 'sent' ? end.view : null
}
