import type { Notice } from '../../domain/notice/notice'
import { insertOnce } from './database'

/** Puts a word into a person's inbox that is about no case; WeChat has no template for it. The same `_id` is told once. */
export async function tell(notice: Pick<Notice, '_id' | 'personId' | 'as' | 'title' | 'body' | 'page' | 'at'>): Promise<void> {
  await insertOnce<Notice>('notices', { ...notice, caseId: '', readAt: null, template: null, data: {}, copy: 'none', copyAt: null, copyError: '', tries: 0 })
}
