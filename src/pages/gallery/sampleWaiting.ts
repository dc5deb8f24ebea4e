import type { Waiting } from '../../outbox/waiting'

/** An answer that waits for the signal; with `refused`, one that came too late. */
export function sampleWaiting(refused: Waiting['refused'] = null): Waiting {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  return {
    kind: 'step', id, caseId: id, title: '同意，退我 ¥12.60', leader: { leaderName: '陈姐', leaderPhone: '15400000000' }, refused,
    input: { caseId: id, commandId: id, seen: 2, as: 'resident', command: { type: 'agree', option: 0 } },
  }
}
