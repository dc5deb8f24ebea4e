import type { CaseCommandType } from '../../../../domain/case/commands'

/** The steps behind 更多, in the order they are offered, and what each brings about. Each has its sheet in `useDeskCase`. */
export const DESK_STEPS = ['askEvidence', 'offer', 'reject'] as const satisfies readonly CaseCommandType[]
export type DeskStep = (typeof DESK_STEPS)[number]

export const STEP_SAYS: Record<DeskStep, { label: string; hint: string }> = {
  askEvidence: { label: '请居民补张照片', hint: '说清楚补什么，居民会收到消息' },
  offer: { label: '换个办法', hint: '比如退一半，居民点头才算' },
  reject: { label: '不同意', hint: '选一个原因，写一句话，居民和团长都看得到' },
}
