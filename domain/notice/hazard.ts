import { DO_THIS, type Warning } from '../hazard/warning'
import { fallbackMark } from './fallback/fallback'
import { fieldsOf } from './fields'
import type { Notice } from './notice'

/** What a message about a warning needs of it. */
export interface WarnedOf { warningId: string; title: string; warning: Warning }

/** Whether the message is the warning itself or its end. */
export type WarningNews = 'started' | 'lifted'

/** The message to one of a buying household's people. However often it is owed it is the same one. */
export function warningNotice({ warningId, title, warning }: WarnedOf, news: WarningNews, personId: string): Notice {
  const started = news === 'started'
  const says = started ? `先别吃、先别用！${title}` : `可以放心了：${title}`
  const body = started ? `${warning.words}。${DO_THIS[warning.doThis]}` : warning.lifted?.words ?? ''
  return { ...copied(warningId, title, says, news, started ? warning.startedAt : warning.lifted?.at ?? warning.startedAt), _id: warningNoticeId(warningId, news, personId), personId, as: 'resident', body, page: `pages/warning/index?id=${warningId}` }
}

/** The message to somebody who acts for a supplier of it. */
export function supplierNotice({ warningId, title, warning }: WarnedOf, news: WarningNews, personId: string): Notice {
  const started = news === 'started'
  const says = started ? `有安全问题，先停发：${title}` : `提醒解除了：${title}`
  const body = started ? `${warning.words}。团长已经告诉买过的住户停用，请您也先别再发` : warning.lifted?.words ?? ''
  return { ...copied(warningId, title, says, news, started ? warning.startedAt : warning.lifted?.at ?? warning.startedAt), _id: `${warningId}:supplier:${news}:${personId}`, personId, as: 'supplier', body, page: 'packages/supplier/cases/index', ...fallbackMark('supplier') }
}

export function warningNoticeId(warningId: string, news: WarningNews, personId: string): string {
  return `${warningId}:${news}:${personId}`
}

/** That there is a danger waits for nothing; that it is over can wait for the morning. */
function copied(warningId: string, goods: string, title: string, news: WarningNews, at: number): Pick<Notice, 'caseId' | 'title' | 'at' | 'readAt' | 'kind' | 'urgent' | 'template' | 'data' | 'copy' | 'copyAt' | 'copyError' | 'tries'> {
  const data = fieldsOf('progress', { goods, number: warningId.slice(0, 8).toUpperCase(), title, status: '', next: '', amount: null, at, due: null })
  return {
    caseId: '', title, at, readAt: null, kind: 'hazard', urgent: news === 'started', template: 'progress', data,
    copy: 'due', copyAt: at, copyError: '', tries: 0,
  }
}

/** The warning whose beginning a notice tells, by the notice's id; null where it is about something else. */
export function warningStartedIn(noticeId: string): string | null {
  return /^([^:]+)(?::supplier)?:started:[^:]+$/.exec(noticeId)?.[1] ?? null
}

/** The warning that a notice is about, by the notice's id; null where it is about something else. */
export function warningOf(noticeId: string): string | null {
  return /^([^:]+)(?::supplier)?:(?:started|lifted):[^:]+$/.exec(noticeId)?.[1] ?? null
}
