import { shanghai } from '../clock/shanghai'
import type { Ask } from '../orders/ask'
import { fitField } from './limits'
import type { Notice } from './notice'

/** The question whether something bought is all right, to one member of the household. Asked again it is the same notice. */
export function askNotice(ask: Ask, personId: string): Notice {
  const title = '您家的这件好不好？点开回一下'
  const values = { thing1: ask.title, character_string2: ask._id.slice(0, 8).toUpperCase(), thing3: title, time4: shanghai(ask.askedAt).format('YYYY-MM-DD HH:mm') }
  return {
    _id: `${ask._id}:${personId}`, personId, as: 'resident', caseId: '', title: '您家的这件好不好？', body: `${ask.title}，有邻居说不太好，点开回一下`,
    page: `pages/ask/index?id=${ask._id}`, at: ask.askedAt, readAt: null, kind: 'ask', template: 'progress',
    data: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, fitField(field, value)])),
    copy: 'due', copyAt: ask.askedAt, copyError: '', tries: 0,
  }
}
