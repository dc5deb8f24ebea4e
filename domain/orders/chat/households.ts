import { roomKeys } from '../roomKeys'
import { nameKey, plain } from './plain'

export interface ChatHousehold {
  orderId: string
  buyer: string
  receiver: string
  joinNumber: string
  room: string
}

/** Who is meant. `sure`: one household, told apart from all others; else those it could be, and why nobody knows. */
export interface Whose {
  orderIds: string[]
  why: string[]
  /** Orders of all whose names stand in the words or in what they answer to, the speaker's own among them where they name themselves. */
  named: ReadonlySet<string>
  /** Several households are named beside one another: each is meant. */
  apart: boolean
  /** Where in words a household is named: they are understood then. */
  places: (words: string) => { at: number; end: number }[]
}

/** Nicknames that say nothing about who has them. */
const NOBODYS = new Set(['微信用户', '用户', '匿名', '匿名用户', '邻居', '业主', '已注销', '微信'])

const NUMBER_SAID = /(?:跟团号?|团号|接龙号|序号|#|no\.?)\s*[:是为]?\s*(\d{1,4})(?!\d)/g
/** 7号, but not a day, a building, a pick-up point. */
const NUMBER_BARE = /(?:^|[\s,。;:(]|我是|我家是|我家|俺是)(\d{1,4})号(?!楼|栋|院|门|线|晚|早|上|下|中|自|到|发|货|柜|就|才|前|后|桌|库|店|那|买|团|开|送|取|之|左|以)/g

/** Finds whose words are whose. Every way of naming a household is looked up, none is guessed. */
export function householdFinder(households: readonly ChatHousehold[]) {
  const byName = index(households.flatMap(h => [nameKey(h.buyer), nameKey(h.buyer.replace(/[([【（].*?[)\]】）]/g, ''))].map(key => [key, h.orderId] as const)))
  const byNumber = index(households.map(h => [joinKey(h.joinNumber), h.orderId]))
  const byRoom = index(households.flatMap(h => roomKeys(h.room).map(key => [key, h.orderId] as const)))
  const bySurname = index(households.flatMap(h => (h.receiver === '' ? [] : [[h.receiver.slice(0, 1), h.orderId] as const])))
  const byStart = new Map<string, string[]>()
  for (const name of byName.keys()) if (name.length > 1) byStart.set(name.slice(0, 2), [...(byStart.get(name.slice(0, 2)) ?? []), name])

  const numberOf = new Map(households.map(h => [h.orderId, joinKey(h.joinNumber)]))
  /** Whether digits behind a name are a door or the 跟团号; else they are part of another name: 南瓜饼11. */
  const digitsFit = (ids: Iterable<string>, digits: string): boolean => digits === '' || digits.length > 2 || [...ids].some(id => numberOf.get(id) === joinKey(digits))

  const named = (who: string): string[] => {
    for (const key of [nameKey(who), nameKey(who.replace(/[([【（].*?[)\]】）]/g, '')), nameKey(plain(who).replace(/\d+\s*(?:号楼?|栋|幢|-)\s*\d*\s*(?:单元|-)?\s*\d*室?/g, ''))]) {
      const found = key === '' ? undefined : byName.get(key)
      if (found) return [...found]
    }
    const [digits = ''] = nameKey(who).match(/\d+/g) ?? []
    const found = byName.get(nameKey(who).replace(/\d+/g, '')) ?? []
    return digitsFit(found, digits) ? [...found] : []
  }

  /** Where names stand in the words; of names that begin alike the longest. */
  const placesOfNames = (words: string): { name: string; at: number; end: number }[] => {
    const found: { name: string; at: number; end: number }[] = []
    for (let at = 0; at + 1 < words.length; at++) {
      let longest = ''
      for (const name of byStart.get(words.slice(at, at + 2)) ?? []) if (name.length > longest.length && words.startsWith(name, at)) longest = name
      if (longest === '') continue
      const end = at + longest.length
      const digits = DIGITS_BEHIND.exec(words.slice(end, end + 6))?.[0] ?? ''
      if (digitsFit(byName.get(longest) ?? [], digits)) found.push({ name: longest, at, end })
      at = end - 1
    }
    return found
  }

  /** Names of others that stand in the words. */
  const namesIn = (words: string): Set<string> => new Set(placesOfNames(words).map(p => p.name))

  return {
    knows: (name: string): boolean => named(name).length > 0,

    /** Whether somebody has this 跟团号. */
    hasNumber: (joinNumber: string): boolean => byNumber.has(joinKey(joinNumber)),

    /** Orders with this 跟团号. */
    numbered: (joinNumber: string): ReadonlySet<string> => byNumber.get(joinKey(joinNumber)) ?? new Set<string>(),

    /** How many letters of `plain` words are a name that stands at their beginning, by itself and written out; 0 for none. */
    nameAt(words: string): number {
      let [key, longest] = ['', 0]
      // @七七: spoken to, not speaking.
      if (!/^[\p{L}\p{N}]/u.test(words)) return 0
      for (const [at, letter] of [...words.slice(0, LONGEST_NAME).split('')].entries()) {
        if (/[\p{L}\p{N}]/u.test(letter)) key += letter
        if (byName.has(key) && !/^[\p{L}\p{N}]/u.test(words.slice(at + 1))) longest = at + 1
      }
      // 小王爸爸、芳芳妈妈: both are spoken of, neither is speaking.
      const beside = /^\s*[、,&+/和跟与]\s*/.exec(words.slice(longest, longest + 6))
      return beside && (byStart.get(words.slice(longest + beside[0].length).slice(0, 2)) ?? []).some(name => words.startsWith(name, longest + beside[0].length)) ? 0 : longest
    },

    /** @param number of a numbered list, where no name was found: it may be the 跟团号 */
    whose(who: string, said: string, quoted = '', number: string | null = null): Whose {
      const found = identify(who, said)
      const numbered = found.orderIds.length === 0 && number !== null ? [...byNumber.get(joinKey(number)) ?? []] : []
      const told = numbered.length > 0 ? { orderIds: numbered, why: [`没认出名字，前面写着 ${number ?? ''}，请看是不是跟团号`], apart: false } : found
      return { ...told, places, named: idsOf(namesIn(plain(`${said}\n${quoted}`).replace(/\s+/g, ''))) }
    },
  }

  function idsOf(names: Iterable<string>): Set<string> {
    return new Set([...names].flatMap(name => [...byName.get(name) ?? []]))
  }

  function identify(who: string, said: string): Omit<Whose, 'places' | 'named'> {
      const words = plain(said)
      const numbers = [...words.matchAll(NUMBER_SAID), ...words.matchAll(NUMBER_BARE)].map(m => joinKey(m[1] ?? ''))
      const byNumbers = new Set(numbers.flatMap(n => [...(byNumber.get(n) ?? [])]))
      const byDoor = new Set([...roomKeys(who), ...roomKeys(said)].flatMap(key => [...(byRoom.get(key) ?? [])]))
      const byNick = new Set(named(who))
      const names = namesIn(who === '' ? nameSpace(words) : words.replace(/\s+/g, ''))
      const mentioned = idsOf(names)
      const strange = numbers.filter(n => !byNumber.has(n))
      const signs = [byNumbers, byDoor, byNick].filter(sign => sign.size > 0)
      const first = signs[0]
      if (!first) {
        if (mentioned.size === 1 && who === '') return { orderIds: [...mentioned], why: words.includes('@') ? ['是对着这家说的，不一定是他自己说的'] : [], apart: false }
        if (mentioned.size > 0) return { orderIds: [...mentioned], why: [who !== '' ? '说话的人不在这个团里，提到了别家' : names.size > 1 ? '提到了好几家的名字' : `叫这个名字的有 ${mentioned.size} 家`], apart: names.size > 1 && names.size === mentioned.size }
        const surname = /^[\p{Script=Han}]/u.exec(plain(who).replace(/[^\p{Script=Han}]/gu, ''))?.[0] ?? ''
        const possible = [...(bySurname.get(surname) ?? [])]
        if (surname !== '' && possible.length > 0 && /阿姨|叔|姐|哥|先生|女士|妈|爷|奶|老师|师傅/.test(who)) return { orderIds: possible.slice(0, 10), why: ['没有叫这个名字的，姓对得上的有这些'], apart: false }
        return { orderIds: [], why: [strange.length > 0 ? `这个团里没有 ${strange[0]} 号` : who === '' ? '没说是哪一家' : '这个团里没有叫这个名字的'], apart: false }
      }
      const common = signs.reduce<string[]>((left, sign) => left.filter(id => sign.has(id)), [...first])
      const why: string[] = []
      const all = [...new Set(signs.flatMap(sign => [...sign]))]
      if (common.length === 0) why.push('名字、房号、跟团号对不上同一家')
      const several = new Set(numbers.filter(n => byNumber.has(n))).size > 1
      if (common.length > 1 && !several) why.push(`叫这个名字的有 ${common.length} 家`)
      if (strange.length > 0) why.push(`提到了 ${strange[0]} 号，这个团里没有`)
      if (numbers.length > 1 && new Set(numbers).size > 1) why.push('提到了好几个跟团号')
      if ([...mentioned].some(id => !all.includes(id))) why.push('提到了别家的名字')
      if (byNumbers.size === 0 && byDoor.size === 0 && (NOBODYS.has(nameKey(who)) || nameKey(who).length < 2)) why.push('光看这个名字认不准是谁')
      return { orderIds: common.length > 0 ? common : all, why, apart: several && common.length > 1 }
  }

  function places(words: string): { at: number; end: number }[] {
    const spans = [...words.matchAll(NUMBER_SAID), ...words.matchAll(NUMBER_BARE)].map(m => ({ at: m.index, end: m.index + m[0].length }))
    return [...spans, ...placesOfNames(words)]
  }
}

/** Digits right behind a name that count nothing and name no door: 南瓜饼11. */
const DIGITS_BEHIND = /^\d+(?!\d|[盒箱袋包瓶份件个颗只条号楼栋幢-])/
const LONGEST_NAME = 30

function joinKey(joinNumber: string): string {
  return plain(joinNumber).replace(/\D/g, '').replace(/^0+/, '')
}

/** Where nobody is named as speaking, a name stands first: 王阿姨草莓坏了, 1. 王阿姨 草莓 2盒. */
function nameSpace(words: string): string {
  return words.replace(/\s+/g, '').slice(0, 16)
}

function index(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key, id] of pairs) if (key !== '') found.set(key, (found.get(key) ?? new Set<string>()).add(id))
  return found
}
