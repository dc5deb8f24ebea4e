import type { Ask } from '../orders/ask'
import { fieldsOf } from './fields'
import type { Notice } from './notice'

/** The question whether something bought is all right, to one member of the household. Asked again it is the same notice. */
export function askNotice(ask: Ask, personId: string): Notice {
  const title = '您家的这件好不好？点开回一下'
  const data = fieldsOf('progress', { goods: ask.title, number: ask._id.slice(0, 8).toUpperCase(), title, status: '', next: '', amount: null, at: ask.askedAt, due: null })
  return {
    _id: `${ask._id}:${personId}`, personId, as: 'resident', caseId: '', title: '您家的这件好不好？', body: `${ask.title}，有邻居说不太好，点开回一下`,
    page: `pages/ask/index?id=${ask._id}`, at: ask.askedAt, readAt: null, kind: 'ask', template: 'progress',
    data, copy: 'due', copyAt: ask.askedAt, copyError: '', tries: 0,
  }
}
