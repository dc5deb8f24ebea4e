import fc from 'fast-check'
import { CRITERION_CODES } from '../case/reasons'
import { DEFAULT_REPLIES } from './defaultReplies'
import { filledIn, PLACEHOLDERS, repliesFor, repliesTrouble, REPLY_PURPOSE_CODES, REPLY_TONE_CODES, type StandardReply } from './reply'

const ABOUT = { 称呼: '王阿姨', 商品: '草莓', 金额: '¥12.60' }
const own = (over: Partial<StandardReply>): StandardReply => ({ id: 'r1', purpose: 'offer', tone: 'calm', words: '您看行吗？', ...over })

describe('the usual sentences', () => {
  it('may be kept as they are, and speak in every tone', () => {
    expect(repliesTrouble(DEFAULT_REPLIES)).toBeNull()
    expect([...new Set(DEFAULT_REPLIES.map(r => r.tone))].sort()).toEqual([...REPLY_TONE_CODES].sort())
  })

  it('are there for every purpose, and for every reason not to agree', () => {
    for (const purpose of REPLY_PURPOSE_CODES) expect(repliesFor(null, purpose)).not.toEqual([])
    for (const criterion of CRITERION_CODES) for (const reply of repliesFor(null, 'reject', criterion)) expect(reply.criterion).toBe(criterion)
    expect(repliesFor(null, 'reject', 'own:x').map(r => r.criterion)).toEqual([undefined])
  })
})

describe('a community\'s own', () => {
  it('stand in its order and in place of the usual ones', () => {
    const list = [own({ id: 'b', words: '二' }), own({ id: 'n', purpose: 'note', words: '记' }), own({ id: 'a', words: '一' })]
    expect(repliesFor(list, 'offer').map(r => r.words)).toEqual(['二', '一'])
    expect(repliesFor(list, 'forward')).toEqual([])
  })

  it.each<[string, Partial<StandardReply>, string, string]>([
    ['nothing written', { words: ' ' }, 'WORDS_NEEDED', 'replies.0.words'], ['too long', { words: '好'.repeat(201) }, 'TOO_LONG', 'replies.0.words'],
    ['a placeholder nobody knows', { words: '{电话}您好' }, 'UNKNOWN_PLACEHOLDER', 'replies.0.words'], ['one that every object has', { words: '{constructor}' }, 'UNKNOWN_PLACEHOLDER', 'replies.0.words'],
    ['the household\'s name for a supplier', { purpose: 'forward', words: '{称呼}说坏了' }, 'NAMES_HOUSEHOLD', 'replies.0.words'], ['a reason where nothing is refused', { criterion: 'kept' }, 'NOT_FOR_THIS', 'replies.0.criterion'],
  ])('refused: %s', (_what, over, code, field) => {
    expect(repliesTrouble([own(over)])).toMatchObject({ code, field, message: expect.stringMatching(/[一-鿿]/) })
  })

  it('refused: the same twice, and more than anybody looks through', () => {
    expect(repliesTrouble([own({}), own({})])).toMatchObject({ code: 'SAME_REPLY_TWICE', field: 'replies.1.id' })
    expect(repliesTrouble(Array.from({ length: 81 }, (_, i) => own({ id: `r${i}` })))).toMatchObject({ code: 'TOO_MANY_REPLIES' })
  })
})

describe('placeholders', () => {
  it('are filled in, wherever and however often they stand', () => {
    expect(filledIn('{称呼}，{商品}退您 {金额}。{称呼}请收好', ABOUT)).toBe('王阿姨，草莓退您 ¥12.60。王阿姨请收好')
  })

  it('what is filled in is never read again, and no placeholder is left', () => {
    fc.assert(fc.property(fc.record({ 称呼: fc.string(), 商品: fc.string(), 金额: fc.string() }), fc.array(fc.constantFrom(...PLACEHOLDERS.map(p => `{${p}}`), '您好', '$&', '$1')), (fillings, parts) => {
      expect(filledIn(parts.join('|'), fillings)).toBe(parts.map(p => (p.startsWith('{') ? fillings[p.slice(1, -1) as '称呼'] : p)).join('|'))
    }))
  })
})
