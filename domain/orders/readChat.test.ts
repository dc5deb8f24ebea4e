import fc from 'fast-check'
import { ABOUT, CHATS, PLAINLY, TURNS, type ExampleChat } from './chat/exampleChats'
import { LONGEST_CHAT, type ChatProposal } from './chatReading'
import { readChat } from './readChat'

const orders = new Map(ABOUT.households.map(h => [h.orderId, h]))

/** How a reading compares with what a careful reader knows. */
function judge({ text, truth }: ExampleChat) {
  const { proposals } = readChat(text, ABOUT)
  const sure = proposals.filter(p => p.certainty === 'sure')
  const means = (p: ChatProposal, [joinNumber, productId, reason, pieces]: ExampleChat['truth'][number]) =>
    p.candidates.some(c => c.orderId === `order-${joinNumber}` && c.lineId === productId) && (p.certainty !== 'sure' || (p.reason === reason && p.pieces === pieces))
  return {
    right: sure.filter(p => truth.some(t => means(p, t))).length,
    uncertain: proposals.length - sure.length,
    wrong: sure.filter(p => !truth.some(t => means(p, t))).map(p => [p.who, p.said, p.candidates, p.reason, p.pieces]),
    /** Neighbours who complained and stand nowhere. */
    missed: truth.filter(t => !proposals.some(p => means(p, t) || p.candidates.length === 0)),
    proposals,
  }
}

describe('chats as they are copied', () => {
  it.each(CHATS.map(chat => [chat.name, chat] as const))('%s', (_name, chat) => {
    const { right, uncertain, wrong, missed, proposals } = judge(chat)
    const seen = proposals.map(p => `${p.certainty} ${p.who}: ${p.said} → ${p.candidates.map(c => `${c.orderId}/${c.lineId}`).join(' ')} ${p.reason ?? '?'} ${p.pieces ?? '?'} ${p.why.join('；')}`)
    expect({ right, uncertain, wrong, missed, seen }).toEqual({ right: chat.right, uncertain: chat.uncertain, wrong: [], missed: [], seen })
  })

  it('turns of speech are taken at face value only where they say plainly what they mean', () => {
    const sure = TURNS.flatMap(turn => readChat(turn, ABOUT).proposals.filter(p => p.certainty === 'sure').map(p => [turn, [p.candidates[0]?.orderId.replace('order-', ''), p.candidates[0]?.lineId, p.reason, p.pieces]] as const))
    expect(Object.fromEntries(sure)).toEqual(PLAINLY)
    process.stdout.write(`turns of speech: ${JSON.stringify({ turns: TURNS.length, right: sure.length, wrong: 0, uncertainOrPassedOver: TURNS.length - sure.length })}\n`)
  })

  it('as figures: right, left to the leader, wrong, missed', () => {
    const all = CHATS.map(judge)
    const total = (count: (j: ReturnType<typeof judge>) => number) => all.reduce((sum, j) => sum + count(j), 0)
    const figures = { chats: all.length, complaints: CHATS.reduce((sum, c) => sum + c.truth.length, 0), right: total(j => j.right), uncertain: total(j => j.uncertain), wrong: total(j => j.wrong.length), missed: total(j => j.missed.length) }
    process.stdout.write(`chats read: ${JSON.stringify(figures)}\n`)
    expect(figures).toMatchObject({ wrong: 0, missed: 0 })
  })
})

/** Chats made of what people write, put together anyhow. */
const somePart = fc.constantFrom('王阿姨', '王阿姨:', '小林 2026/11/21 18:20', '7号', '9-1504', '草莓', '番茄', '脐橙', '坏了', '烂', '没坏', '少了', '1盒', '两盒', '3个', '29.9元', '2斤', '18:20', '「', '」', '———', '我也是', '@陈姐 ', '?', '，', '\n', '\n\n', ' ', '接龙', '1. ', '全坏了', '[图片]', '谢谢团长', '上次', '隔壁', '🍓', '>', '：', 'rotten', '爛', '\u0000', '\ud83d', '草莓坏了1盒', '2. 小林 ', '橙子', '12 ', '、', '+', '7号 12号 ')
const someChat = fc.oneof({ weight: 4, arbitrary: fc.array(somePart, { maxLength: 60 }).map(parts => parts.join('')) }, fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 200 }))
const everyReading = (check: (text: string, reading: ReturnType<typeof readChat>) => void) => fc.assert(fc.property(someChat, text => check(text, readChat(text, ABOUT))), { numRuns: 600 })

it('whatever is pasted is read, proposes only lines of this group-buy, and says why where it is not sure', () => {
  everyReading((_text, { proposals, passedOver, messages }) => {
    expect(messages).toBeGreaterThanOrEqual(0)
    for (const p of proposals) {
      for (const c of p.candidates) expect(orders.get(c.orderId)?.lines.some(l => l.lineId === c.lineId)).toBe(true)
      expect(p.certainty === 'sure').toBe(p.why.length === 0 && p.candidates.length === 1 && p.reason !== null && p.pieces !== null)
      expect(p.certainty === 'unmatched').toBe(p.candidates.length === 0)
      expect(p.missing.includes('household')).toBe(new Set(p.candidates.map(c => c.orderId)).size !== 1)
      expect(p.missing.includes('reason')).toBe(p.reason === null)
      // What the words do not settle is not filled in, and what is filled in is not said to be missing.
      if (p.candidates.length !== 1) expect(p.missing).toContain('goods')
      if (!p.missing.includes('goods')) expect(p.why).not.toContain('没说是哪样东西')
      if (p.certainty === 'sure') expect(p.missing).toEqual([])
      if (p.certainty !== 'sure') expect(p.why.length).toBeGreaterThan(0)
      for (const words of p.why) expect(words).toMatch(/[一-鿿]/)
      expect([...p.said].length).toBeLessThanOrEqual(200)
      const [one] = p.candidates
      const line = one && orders.get(one.orderId)?.lines.find(l => l.lineId === one.lineId)
      if (p.certainty === 'sure') expect(p.pieces).toBeLessThanOrEqual(line?.quantity ?? 0)
      if (p.certainty === 'sure') expect(line?.openCaseId).toBeNull()
    }
    for (const passed of passedOver) expect(passed.why).toMatch(/[一-鿿]/)
    const sure = proposals.filter(p => p.certainty === 'sure').map(p => JSON.stringify(p.candidates))
    expect(new Set(sure).size).toBe(sure.length)
  })
})

it('nothing is sure without a word of trouble', () => {
  const peaceful = fc.array(somePart.filter(part => !/坏|烂|少了|rotten|爛/.test(part)), { maxLength: 60 }).map(parts => parts.join(''))
  fc.assert(fc.property(peaceful, text => expect(readChat(text, ABOUT).proposals.filter(p => p.certainty === 'sure')).toEqual([])), { numRuns: 400 })
})

it('reading the same twice gives the same, and pasted twice in a row gives no second case', () => {
  fc.assert(fc.property(someChat, text => expect(readChat(text, ABOUT)).toEqual(readChat(text, ABOUT))), { numRuns: 100 })
  const [first] = CHATS
  const text = first?.text ?? ''
  expect(readChat(`${text}\n${text}`, ABOUT).proposals).toHaveLength(readChat(text, ABOUT).proposals.length)
})

/** Work done on a text, whatever the machine: how often a pattern was run, and how many letters it was given to run over. */
function workOf(text: string): number {
  let work = 0
  const run = RegExp.prototype.exec
  const spy = jest.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, words: string) {
    work += 1 + (this.lastIndex === 0 ? words.length : 0)
    return run.call(this, words)
  })
  try {
    readChat(text, ABOUT)
  } finally {
    spy.mockRestore()
  }
  return work
}

describe('twice as much text is twice the work, and no more', () => {
  const lines = CHATS.flatMap(c => c.text.split('\n'))
  it.each<[string, (letters: number) => string]>([
    ['a chat of many messages', n => Array.from({ length: n / 12 }, (_, i) => lines[i % 97] ?? '').join('\n')],
    ['a 接龙 of many entries under a long heading', n => `#接龙\n${'草莓坏了的登记 '.repeat(n / 20)}\n${'1. 王阿姨 草莓\n'.repeat(n / 20)}`],
    ...['草莓坏了1盒 ', '草莓坏了1盒\n', '草莓没坏 ', '草莓坏了吗 ', '草莓坏了，没收到，1盒 '].map(unit => [`one message: ${unit}`, (n: number) => `王阿姨：${unit.repeat(n / unit.length)}`] as [string, (n: number) => string]),
    ...['「', '坏', '没', ' ', '王阿姨', '1盒', '草莓坏了', 'a:', '7号 ', '听', '我妈坏?\n', '@', '跟团', '-', '18:20 ', '大家', '一盒坏都也', '12号楼 ', '（', '我把', '我不小心', '1~', '陈姐：@王阿姨 退了\n', '王阿姨：1盒\n', '[转账]', '1. 王阿姨 草莓坏了1盒\n', '1. 王阿姨 草莓坏了1盒 ', '王阿姨、', '12 草莓坏\n', '12号 草莓坏\n', '1、2 ', '鸡蛋', '猕猴桃', '老张头11', '1盒、坏', '1 '].map(unit => [`nothing but ${JSON.stringify(unit)}`, (n: number) => unit.repeat(n / unit.length)] as [string, (n: number) => string]),
  ])('%s', (_name, text) => {
    const [once, twice] = [workOf(text(6000)), workOf(text(12_000))]
    expect(once).toBeGreaterThan(0)
    expect(twice / once).toBeLessThan(2.3)
  })

  it('a message with more complaints than anybody writes is left to the leader to read, and says so', () => {
    const { proposals } = readChat(`王阿姨：${'草莓坏了1盒 '.repeat(5000)}青菜坏了1份`, ABOUT)
    expect(proposals.map(p => p.certainty)).toEqual(proposals.map(() => 'unsure'))
    expect(proposals.at(-1)?.candidates.map(c => c.lineId)).toEqual(['berry', 'greens', 'orange'])
    for (const p of proposals) expect(p.why).toContain('这一条太长，后面的没有读，请自己看原话')
  })
})

it('what is beyond the limit is not read', () => {
  expect(readChat(`${' '.repeat(LONGEST_CHAT)}王阿姨：草莓坏了1盒`, ABOUT).proposals).toEqual([])
})
