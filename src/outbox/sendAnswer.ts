import type { Answers, Input } from '../../domain/contract/calls'
import type { CaseView } from '../../domain/people/caseView'
import { sendNow } from './sendWaiting'

const TITLES: Partial<Record<Input<'actOnCase'>['command']['type'], string>> = { agree: '同意处理', decline: '不同意', withdraw: '撤销', addEvidence: '补的照片' }

/** Sends a resident's answer. @returns the case after it, or null when it waits in the outbox. Throws `CallFailed` when it was refused. */
export async function sendAnswer({ view, community }: Answers['showCase'], input: Input<'actOnCase'>): Promise<CaseView | null> {
  const end = await sendNow({
    kind: 'step', id: input.commandId, caseId: view.id, title: `${view.title}，${TITLES[input.command.type] ?? '回话'}`, refused: null,
    leader: { leaderName: community.leaderName, leaderPhone: community.leaderPhone }, input,
  })
  if (end.state === 'refused') throw end.why
  return end.state === 'sent' ? end.view : null
}
