import type { Party } from '../case/case'
import type { TemplateKey } from './templates'

/**
 * What a notice is, to whoever gets it. `hazard`: do not eat it, do not use it, and the end of that; `result`: what was decided; `refund`: money that
 * moved; `toHandle`: something is theirs to do; `reminder`: it is about time; `progress`: what others did; `ask`: a neighbour asks whether theirs is all right.
 */
export const NOTICE_KINDS = ['hazard', 'result', 'refund', 'toHandle', 'reminder', 'progress', 'ask'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Who has an inbox. */
export type Told = Exclude<Party, 'system'>

/** Which kinds somebody in a role gets, most needed first. */
export const KINDS_FOR: Readonly<Record<Told, readonly NoticeKind[]>> = {
  resident: ['hazard', 'result', 'refund', 'toHandle', 'reminder', 'progress', 'ask'],
  leader: ['hazard', 'toHandle', 'reminder', 'progress'],
  supplier: ['hazard', 'toHandle', 'reminder', 'progress'],
  operator: ['hazard', 'toHandle', 'reminder', 'progress'],
}

/** In everyday words. */
export const KIND_WORDS: Readonly<Record<NoticeKind, string>> = {
  hazard: '先别吃、先别用的提醒', result: '处理结果', refund: '退款', toHandle: '有事等我处理', reminder: '快到时间了', progress: '事情有进展', ask: '邻居问我家的好不好',
}

/** Somebody has to do something: it is looked at once more before a message goes, for it may be done by then. */
export function isToAct(kind: NoticeKind): boolean {
  return kind === 'toHandle' || kind === 'reminder'
}

/** What a notice is by its template alone, for those that were written before kinds were. */
export function kindOfTemplate(template: TemplateKey | null): NoticeKind {
  return template ?? 'progress'
}
