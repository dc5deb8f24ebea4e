import { yuan } from '../case/money'
import { shanghai } from '../clock/shanghai'
import { fitField } from './limits'
import { shortGoods, shortSentence } from './shorten'
import type { TemplateKey } from './templates'

/** What a message says, whichever template it goes by; the inbox has the whole of it. */
export interface Said {
  goods: string
  /** The number people read out on the phone. */
  number: string
  title: string
  /** Where it stands, in five 汉字 at most. */
  status: string
  /** Why, or what comes next. */
  next: string
  /** fen; null where no money is spoken of. */
  amount: number | null
  /** When it happened. ms */
  at: number
  /** Until when somebody has to do something; null where nothing runs for them. ms */
  due: number | null
}

type Meaning = keyof Said

/** What each field of each template is for. Their names and their order are those of cloudbase/message-templates.json. */
export const FIELDS: Readonly<Record<TemplateKey, Readonly<Record<string, Meaning>>>> = {
  toHandle: { thing1: 'title', character_string2: 'number', phrase17: 'status', time3: 'due' },
  reminder: { thing1: 'title', character_string2: 'number', thing4: 'goods', time3: 'due' },
  progress: { thing1: 'goods', character_string2: 'number', thing3: 'title', time4: 'at' },
  result: { thing34: 'goods', character_string10: 'number', phrase7: 'status', thing17: 'next', time16: 'at' },
  refund: { thing1: 'goods', character_string2: 'number', amount12: 'amount' },
}

/** WeChat's `thing`. */
export const LONGEST_THING = 20

/** The fields of a message, each cut by what it means and then to WeChat's limits. */
export function fieldsOf(template: TemplateKey, said: Said): Record<string, string> {
  return Object.fromEntries(Object.entries(FIELDS[template]).map(([field, meaning]) => [field, fitField(field, wordsOf(said, meaning))]))
}

function wordsOf(said: Said, meaning: Meaning): string {
  switch (meaning) {
    case 'goods': return shortGoods(said.goods, LONGEST_THING)
    case 'title': case 'next': return shortSentence(said[meaning], LONGEST_THING)
    case 'amount': return yuan(said.amount ?? 0)
    case 'due': return clock(said.due ?? said.at)
    case 'at': return clock(said.at)
    default: return said[meaning]
  }
}

/** The field of a template that says until when; null where it has none. */
export function dueField(template: TemplateKey): string | null {
  return Object.entries(FIELDS[template]).find(([, meaning]) => meaning === 'due')?.[0] ?? null
}

/** A time as WeChat's fields have it. ms */
export function clock(at: number): string {
  return shanghai(at).format('YYYY-MM-DD HH:mm')
}

/** 草莓 等 40 件: however long the goods' title is, how many stays. */
export function counted(goods: string, count: number): string {
  const many = ` 等 ${count} 件`
  return `${shortGoods(goods, LONGEST_THING - many.length)}${many}`.trim()
}

/** What one message says of many: the goods with how many there are, the earliest time to act, the newest time something happened. `all`: the fields of each. */
export function countedFields(template: TemplateKey, goods: string, titles: readonly string[], all: readonly Record<string, string>[], count: number): Record<string, string> {
  const means = FIELDS[template]
  const many = counted(goods, count)
  const [title, ...others] = new Set(titles)
  const same = others.length === 0 && title !== undefined ? title : '都有新进展，请点开看'
  const namesGoods = Object.values(means).includes('goods')
  return Object.fromEntries(Object.entries(means).map(([field, meaning]) => {
    const values = all.map(data => data[field] ?? '').filter(value => value !== '').sort()
    const say = (words: string) => [field, fitField(field, words)]
    switch (meaning) {
      case 'goods': return say(many)
      // Alike, they are shortened alike already, by what the words mean.
      case 'title': return say(!namesGoods ? many : others.length === 0 ? all[0]?.[field] ?? '' : shortSentence(same, LONGEST_THING))
      case 'next': return say(shortSentence(same, LONGEST_THING))
      case 'number': return say(`${all[0]?.[field] ?? ''} +${count - 1}`)
      case 'due': return say(values[0] ?? '')
      case 'at': return say(values.at(-1) ?? '')
      default: return say(all[0]?.[field] ?? '')
    }
  }))
}
