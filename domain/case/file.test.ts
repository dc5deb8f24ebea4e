import { dueFor } from '../clock/deadlines'
import { DEFAULT_POLICY } from '../clock/policy'
import { isAllowed } from './allowed'
import type { CaseEvent } from './events'
import { replay } from './evolve'
import { exampleContext, exampleFiling, exampleLine, FILED_AT, filedCase, HOUR, isRefusal, LEADER, RESIDENT } from './exampleCase'
import { CLAIM_WINDOW, fileCase, MOST_PHOTOS, type Filing, type FilingContext } from './file'
import { REASON_CODES, REASONS } from './reasons'
import { MOST_VOICES } from './voice'
import type { Wish } from './claim'

const file = (filing: Partial<Filing> = {}, context: Partial<FilingContext> = {}) => fileCase(exampleFiling(filing), exampleContext(context))
const refused = (filing: Partial<Filing>, context: Partial<FilingContext> = {}) => {
  const answer = file(filing, context)
  return isRefusal(answer) ? [answer.code, answer.field] : 'filed'
}
const photos = (n: number) => Array.from({ length: n }, (_, i) => `photo-${i}`)
const asks = (amount: number): { wish: Wish } => ({ wish: { kind: 'refund', amount } })

it('a filing says everything that the case will ever need to know', () => {
  expect(file()).toEqual({
    type: 'Filed', v: 1, at: FILED_AT, by: RESIDENT, command: 'filing', caseId: exampleFiling().caseId, communityId: 'community-1', groupBuyId: 'groupbuy-1',
    supplierId: 'supplier-1', recoverAt: 'retail', line: exampleLine(), class: 'quality', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 },
    wish: { kind: 'refund', amount: 1260 }, photos: ['photo-1', 'photo-2'], voices: [], words: '一盒都压烂了', late: false, policy: 1, proven: null, desk: true,
  })
})

it.each(REASON_CODES)('%s knows its class', reason => {
  const claim = REASONS[reason].measure === 'weight' ? { measure: 'weight' as const, bad: 1, promised: 1000, actual: 0 } : { measure: 'pieces' as const, bad: 1, damage: 100 as const }
  expect(file({ reason, claim })).toMatchObject({ type: 'Filed', class: REASONS[reason].class, reason })
})

describe('voices', () => {
  const voices = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `voice-${i}`, seconds: 12 }))
  it.each([[0, 'filed'], [1, 'filed'], [MOST_VOICES, 'filed'], [MOST_VOICES + 1, ['TOO_MANY_VOICES', 'voices']]])('%i of them', (n, answer) => {
    expect(refused({ voices: voices(n) })).toEqual(answer)
  })

  it('one twice is refused', () => {
    expect(refused({ voices: [...voices(1), ...voices(1)] })).toEqual(['SAME_VOICE_TWICE', 'voices'])
  })

  it('stand in the case as they were measured; a case filed before one could speak has none', () => {
    expect(filedCase({ voices: voices(2) }).state.evidence).toMatchObject([{ voices: voices(2) }])
    const { voices: _none, ...older } = file() as Extract<CaseEvent, { type: 'Filed' }>
    expect(replay([older]).state.evidence).toMatchObject([{ photos: ['photo-1', 'photo-2'], voices: [] }])
  })
})

describe('photos', () => {
  it.each([[0, ['PHOTO_NEEDED', 'photos']], [1, 'filed'], [MOST_PHOTOS, 'filed'], [MOST_PHOTOS + 1, ['TOO_MANY_PHOTOS', 'photos']], [50, ['TOO_MANY_PHOTOS', 'photos']]])('%i of them', (n, answer) => {
    expect(refused({ photos: photos(n) })).toEqual(answer)
  })

  it('nine is the most', () => expect(MOST_PHOTOS).toBe(9))

  it('the same one twice', () => {
    expect(refused({ photos: ['photo-1', 'photo-2', 'photo-1'] })).toEqual(['SAME_PHOTO_TWICE', 'photos'])
  })
})

describe('the wish', () => {
  it('is at most the preview, to the fen', () => {
    expect(refused(asks(1260))).toBe('filed')
    expect(refused(asks(1261))).toEqual(['MORE_THAN_PREVIEW', 'wish.amount'])
    expect(refused(asks(1))).toBe('filed')
  })

  it('is at most what is left on the line', () => {
    expect(refused(asks(500), { line: exampleLine({ left: 500 }) })).toBe('filed')
    expect(refused(asks(501), { line: exampleLine({ left: 500 }) })).toEqual(['MORE_THAN_PREVIEW', 'wish.amount'])
  })

  it.each([0, -1, 0.5, NaN, Infinity, -Infinity, 2 ** 53])('is not %p', amount => {
    expect(refused(asks(amount))).toEqual(['BAD_AMOUNT', 'wish.amount'])
  })

  it.each([0, 1, 1260, NaN])('for %p fen where nothing is left says so', amount => {
    expect(refused(asks(amount), { line: exampleLine({ left: 0 }) })).toEqual(['NOTHING_LEFT', 'wish.amount'])
  })

  it('may be for nothing: the leader should know, also where nothing is left', () => {
    expect(refused({ wish: { kind: 'none' } })).toBe('filed')
    expect(refused({ wish: { kind: 'none' } }, { line: exampleLine({ left: 0 }) })).toBe('filed')
  })
})

describe('what is wrong is said in the order of the screen: how much, photos, wish', () => {
  it.each([
    [{ claim: { measure: 'pieces', bad: 0, damage: 100 }, photos: [], wish: { kind: 'refund', amount: 99999 } }, 'BAD_QUANTITY'],
    [{ photos: [], wish: { kind: 'refund', amount: 99999 } }, 'PHOTO_NEEDED'],
    [{ wish: { kind: 'refund', amount: 99999 } }, 'MORE_THAN_PREVIEW'],
  ] satisfies [Partial<Filing>, string][])('%j', (filing, code) => {
    expect(refused(filing)).toEqual([code, expect.any(String)])
  })
})

describe('on behalf', () => {
  const onBehalf = { by: LEADER, onBehalf: { channel: 'groupChat' as const, residentId: null } }
  it('says by which way it was said, whose it is, and that the leader wrote it down', () => {
    expect(file({ photos: [] }, onBehalf)).toMatchObject({ type: 'Filed', by: LEADER, channel: 'groupChat', residentId: null, photos: [] })
    expect(file({}, { ...onBehalf, onBehalf: { channel: 'phone', residentId: RESIDENT.personId } })).toMatchObject({ channel: 'phone', residentId: RESIDENT.personId })
  })
  it('words suffice, a photo suffices, nothing does not', () => {
    expect(refused({ photos: [], words: '群里说坏了' }, onBehalf)).toBe('filed')
    expect(refused({ photos: ['photo-1'], words: '' }, onBehalf)).toBe('filed')
    expect(refused({ photos: [], words: ' \n' }, onBehalf)).toEqual(['WORDS_NEEDED', 'words'])
    expect(refused({ photos: photos(MOST_PHOTOS + 1) }, onBehalf)).toEqual(['TOO_MANY_PHOTOS', 'photos'])
  })
  it('money is bounded as ever', () => expect(refused(asks(1261), onBehalf)).toEqual(['MORE_THAN_PREVIEW', 'wish.amount']))
})

describe('late', () => {
  const lateness = (arrivedAt: number | null) => {
    const answer = file({}, { line: exampleLine({ arrivedAt }) })
    return isRefusal(answer) ? answer : answer.type === 'Filed' && answer.late
  }

  it('is flagged after 48 hours and never refused', () => {
    expect(CLAIM_WINDOW).toBe(48 * HOUR)
    expect(lateness(FILED_AT - CLAIM_WINDOW)).toBe(false)
    expect(lateness(FILED_AT - CLAIM_WINDOW - 1)).toBe(true)
    expect(lateness(FILED_AT - 400 * HOUR)).toBe(true)
  })

  it('is nobody before the goods are known to have come', () => {
    expect(lateness(null)).toBe(false)
    expect(lateness(FILED_AT + HOUR)).toBe(false)
  })
})

describe('what the arrival check has proven', () => {
  const check = { id: 'a', productId: 'product-strawberry', ordered: 30, arrived: 28, damaged: 3, photos: ['crate'], bearer: 'supplier' as const, at: FILED_AT - 1000, by: 'person-li' }

  it('needs no photo of anybody; the crate is the evidence', () => {
    const c = filedCase({ photos: [] }, { check })
    expect(c.state.evidence).toEqual([{ photos: [], voices: [], words: '一盒都压烂了', by: 'resident', at: FILED_AT }, { photos: ['crate'], words: '到货时清点', by: 'leader', at: check.at }])
    expect(c.state).toMatchObject({ supplierId: 'supplier-1', provenBearer: 'supplier' })
    expect(filedCase({ photos: [], reason: 'missing' }, { check }).state.provenBearer).toBe('supplier')
  })

  it('says nothing of other reasons, and nothing where all was well', () => {
    expect(file({ photos: [], reason: 'notAsDescribed' }, { check })).toMatchObject({ code: 'PHOTO_NEEDED' })
    expect(file({ photos: [], reason: 'missing' }, { check: { ...check, arrived: 30 } })).toMatchObject({ code: 'PHOTO_NEEDED' })
    expect(file({ photos: [] }, { check: { ...check, damaged: 0 } })).toMatchObject({ code: 'PHOTO_NEEDED' })
    expect(file({ reason: 'notAsDescribed' }, { check })).toMatchObject({ proven: null, supplierId: 'supplier-1' })
  })

  it.each(['carrier', 'leader'] as const)('borne by the %s: the supplier has nothing to answer', bearer => {
    expect(filedCase({}, { check: { ...check, bearer } }).state).toMatchObject({ supplierId: null, provenBearer: bearer })
  })
})

it('filed in time, it joins what the leader promised to all; otherwise it has the usual time', () => {
  const until = FILED_AT + 10 * HOUR
  const joined = filedCase({}, { promisedUntil: until }).state
  expect(joined.promise).toEqual({ until, at: FILED_AT })
  expect(dueFor(joined, 'leader', DEFAULT_POLICY)?.dueAt).toBe(until)
  // It has the leader's word already: it is not promised once more.
  expect(isAllowed(joined, LEADER, 'promise', FILED_AT + HOUR)).toBe(false)
  for (const context of [{}, { promisedUntil: null }]) expect(filedCase({}, context).state.promise).toBeNull()
})
