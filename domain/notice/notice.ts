import type { Party } from '../case/case'
import type { TemplateKey } from './templates'

/** Where WeChat's copy of a notice stands. `unknown`: the sender died between asking WeChat and writing the answer down; never sent again. */
export type CopyState = 'none' | 'due' | 'sending' | 'sent' | 'failed' | 'unknown'

/**
 * Something owed to a person. The document is the delivery: it stands in the inbox exactly once, its id made of event and recipient.
 * The WeChat message is a copy of it.
 */
export interface Notice {
  _id: string
  personId: string
  as: Party
  caseId: string
  title: string
  body: string
  /** In-app page that it opens. */
  page: string
  at: number
  readAt: number | null
  template: TemplateKey | null
  /** Template fields, cut to WeChat's limits. */
  data: Record<string, string>
  copy: CopyState
  copyAt: number | null
  /** WeChat's error code of the last attempt, or our own word for why there is no copy (`noCredit`, `notInWeChat`). */
  copyError: string
  /** How often WeChat was asked. */
  tries: number
}
