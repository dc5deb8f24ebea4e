import fc from 'fast-check'
import { dueFor } from '../clock/deadlines'
import { isAllowed } from './allowed'
import type { CaseEvent } from './events'
import { replay } from './evolve'
import { ALONE, exampleClaim, exampleContext, exampleFiling, exampleLine, FILED_AT, filedCase, filingFor, HOUR, isRefusal, LEADER, RESIDENT } from './exampleCase'
import { CLAIM_WINDOW, fileCase, MOST_PHOTOS, type Filing, type FilingContext } from './file'
import type { Person } from '../people/person'
import { relationsTo } from '../people/relation'
import { productKey } from '../orders/productKey'
import { matterOf, routeOf } from '../route/route'
import { HOLDER_CODES, type RouteRule } from '../route/rule'
import { takenBy } from './left'
import { ABOUT_CODES, CLASS_CODES, REASON_CODES, REASONS, type Reason } from './reasons'
import { recoverable } from './recoverable'
import { holderOf, openKeyOf } from './stage'
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
    wish: { kind: 'refund', amount: 1260 }, photos: ['photo-1', 'photo-2'], voices: [], words: '一盒都压烂了', late: false, policy: 1, proven: null, recoverFrom: 'supplier', heldBy: 'leader', desk: true,
  })
})

it.each(REASON_CODES)('%s knows its class', reason => {
  expect(file(filingFor(reason))).toMatchObject({ type: 'Filed', class: REASONS[reason].class, reason })
})

describe('a video', () => {
  const videos = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `video-${i}`, seconds: 12 }))
  it.each([[0, 'filed'], [1, 'filed'], [2, ['TOO_MANY_VIDEOS', 'videos']]])('%i of them', (n, answer) => {
    expect(refused({ videos: videos(n) })).toEqual(answer)
  })

  it('belongs to what was filed; a case without one says nothing of it', () => {
    expect(filedCase({ videos: videos(1) }).state.evidence).toMatchObject([{ videos: videos(1) }])
    expect(JSON.stringify(filedCase())).not.toContain('videos')
  })
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
  expect(dueFor(joined, 'leader')?.dueAt).toBe(until)
  // It has the leader's word already: it is not promised once more.
  expect(isAllowed(joined, LEADER, 'promise', FILED_AT + HOUR)).toBe(false)
  for (const context of [{}, { promisedUntil: null }]) expect(filedCase({}, context).state.promise).toBeNull()
})

describe('what a class asks for', () => {
  const ask = (reason: Reason, over: Partial<Filing> = {}, context: Partial<FilingContext> = {}) => {
    const answer = fileCase({ ...filingFor(reason), ...over }, exampleContext({ around: ALONE, ...context }))
    return isRefusal(answer) ? [answer.code, answer.field] : 'filed'
  }

  it.each<[string, Reason, Partial<Filing>, unknown]>([
    ['a danger: nothing else', 'hazard', { photos: [], words: '' }, 'filed'],
    ['a late delivery: nothing else', 'late', { photos: [], words: '', logistics: undefined }, 'filed'],
    ['where it is, without a number', 'whereIsIt', { logistics: undefined }, ['WAYBILL_NEEDED', 'logistics.waybill']],
    ['where it is, by a carrier alone', 'whereIsIt', { logistics: { carrier: '顺丰', waybill: ' ' } }, ['WAYBILL_NEEDED', 'logistics.waybill']],
    ['where it is, with a photo of the waybill', 'whereIsIt', { logistics: undefined, photos: ['photo-1'] }, 'filed'],
    ['damaged on the way, without anything', 'damagedOnWay', { logistics: undefined }, ['WAYBILL_NEEDED', 'logistics.waybill']],
    ['a waybill of strawberries gone bad', 'spoiled', { logistics: { carrier: '', waybill: 'SF1' } }, ['NOT_ASKED', 'logistics']],
    ['a complaint about nobody', 'attitude', { about: undefined }, ['ABOUT_NEEDED', 'about']],
    ['strawberries about somebody', 'spoiled', { about: 'leader' }, ['NOT_ASKED', 'about']],
    ['a complaint about the leader with nobody else there', 'attitude', { about: 'leader' }, ['NOBODY_ELSE', 'about']],
    ['a complaint that wants money', 'attitude', { wish: { kind: 'refund', amount: 1 } }, ['WISH_NOT_OFFERED', 'wish.kind']],
    ['a suggestion that wants money', 'suggestion', { wish: { kind: 'refund', amount: 1 } }, ['WISH_NOT_OFFERED', 'wish.kind']],
    ['a suggestion without a word', 'suggestion', { words: ' ' }, ['WORDS_NEEDED', 'words']],
    ['a suggestion that is filmed', 'suggestion', { words: '', videos: [{ id: 'video-1', seconds: 3 }] }, 'filed'],
    ['a suggestion that is spoken', 'suggestion', { words: '', voices: [{ id: 'voice-1', seconds: 3 }] }, 'filed'],
    ['rotten parts to be sent', 'spoiled', { wish: { kind: 'sendPart' } }, ['WISH_NOT_OFFERED', 'wish.kind']],
    ['parts noticed in a week', 'partMissing', { claim: { ...exampleClaim('partMissing'), noticedAt: FILED_AT + 7 * 24 * HOUR } as Filing['claim'] }, ['BAD_TIME', 'claim.noticedAt']],
    ['a receipt that nobody sees', 'partMissing', { claim: { ...exampleClaim('partMissing'), proof: 'receipt' } as Filing['claim'], photos: [] }, ['PHOTO_NEEDED', 'photos']],
    ['parts without a name', 'partMissing', { claim: { ...exampleClaim('partMissing'), parts: [{ name: '', model: null, quantity: 1 }] } as Filing['claim'] }, ['PARTS_INCOMPLETE', 'claim.parts.0.name']],
    ['parts worth less than is asked for', 'partMissing', { wish: { kind: 'refund', amount: 501 } }, ['MORE_THAN_PREVIEW', 'wish.amount']],
    ['all that was paid, for what came late', 'late', { wish: { kind: 'refund', amount: 2520 } }, 'filed'],
    ['more than was paid, for what came late', 'late', { wish: { kind: 'refund', amount: 2521 } }, ['MORE_THAN_PREVIEW', 'wish.amount']],
    ['fruit bought dear, to be negotiated', 'notAsDescribed', { wish: { kind: 'apology' } }, 'filed'],
  ])('%s', (_what, reason, over, answer) => expect(ask(reason, over)).toEqual(answer))

  it('a leader does not put down what is said about them', () => {
    const around = { desk: false, leaderId: LEADER.personId, helpers: ['person-husband'], helperLeaders: [], supplierPeople: [] }
    const onBehalf = { channel: 'phone' as const, residentId: null }
    expect(ask('attitude', { about: 'leader' }, { around, by: LEADER, onBehalf })).toEqual(['ABOUT_YOURSELF', 'about'])
    expect(ask('attitude', { about: 'leader' }, { around, by: { party: 'leader', personId: 'person-husband' }, onBehalf })).toBe('filed')
  })

  it('who answers for it stands in the case, and nobody else reads it', () => {
    const from = (reason: Reason) => { const { state } = filedCase(filingFor(reason)); return [state.recoverFrom, state.supplierId, recoverable(state, 1000)] }
    expect(from('spoiled')).toEqual(['supplier', 'supplier-1', 1000])
    expect(from('hazard')).toEqual(['supplier', 'supplier-1', 1000])
    expect(from('partMissing')).toEqual(['supplier', 'supplier-1', 1000])
    expect(from('lost')).toEqual(['carrier', null, 1000])
    for (const reason of ['takenByAnother', 'notPickedUp', 'attitude', 'orderMistake', 'price', 'suggestion', 'other'] as const) expect(from(reason)).toEqual(['nobody', null, 0])
  })

  it('a complaint about the leader is held by the desk and does not exist for who leads, then or later', () => {
    const around = { desk: true, leaderId: LEADER.personId, helpers: [], helperLeaders: [], supplierPeople: [] }
    const filed = file({ ...filingFor('attitude'), about: 'leader' }, { around, promisedUntil: FILED_AT + HOUR })
    expect(filed).toMatchObject({ heldBy: 'operator', hiddenFrom: [LEADER.personId], about: 'leader' })
    expect(filed).not.toHaveProperty('promisedUntil')
    const person = (id: string): Person => ({ _id: id, openid: null, name: '', createdAt: 0, roles: [{ role: 'leader', communityId: 'community-1' }] })
    const c = filedCase({ ...filingFor('attitude'), about: 'leader' }, { around }).state
    expect(relationsTo(c, person(LEADER.personId))).toEqual([])
    expect(relationsTo(c, person('person-next-leader'))).toEqual([])
  })

  it('a case filed before there were such classes replays as it was', () => {
    const { heldBy: _held, recoverFrom: _from, ...older } = file() as Extract<CaseEvent, { type: 'Filed' }>
    const { state } = replay([older])
    expect([state.recoverFrom, state.hiddenFrom, state.about, state.logistics, recoverable(state, 1000)]).toEqual([undefined, undefined, undefined, undefined, 1000])
  })

  it('a danger and a complaint stand beside what is open about the goods', () => {
    const keys = (['spoiled', 'hazard', 'attitude', 'suggestion', 'late'] as const).map(reason => openKeyOf(filedCase(filingFor(reason)).state, FILED_AT))
    expect(new Set(keys)).toEqual(new Set(keys.slice(0, 4)))
    expect(keys[4]).toBe(keys[0])
    expect(takenBy(filedCase(filingFor('attitude')).state).amount).toBe(0)
  })
})

describe('by a rule of the community', () => {
  const by = (then: RouteRule['then'], when: RouteRule['when'] = {}) => ({ rules: [{ id: 'r', when, then, words: '我们的规则' }] })

  it('the supplier is asked before anybody decides, and answers to the leader; what the leader promised is not theirs to keep', () => {
    const { state, events } = filedCase({}, { ...by({ holder: 'supplier', recoverFrom: 'nobody' }), promisedUntil: FILED_AT + HOUR })
    expect(events[0]).toMatchObject({ heldBy: 'supplier', route: { id: 'r', words: '我们的规则' }, recoverFrom: 'nobody', supplierId: 'supplier-1' })
    expect([state.decision, state.askedBy, state.promise, holderOf(state), recoverable(state, 1000)]).toEqual(['withSupplier', 'review', null, 'supplier', 0])
    expect(dueFor(state, 'supplier')).toMatchObject({ clock: 'supplierFirst', from: FILED_AT })
    expect(dueFor(state, 'leader')).toBeNull()
  })

  it('the desk has it; the leader where there is none', () => {
    expect(filedCase({}, by({ holder: 'operator' })).state.decision).toBe('withOperator')
    expect(filedCase({}, { ...by({ holder: 'operator' }), around: ALONE }).state.decision).toBe('review')
  })

  it('a rule can only say whom to ask for the money; as usual nothing of a rule is kept', () => {
    expect(filedCase(filingFor('price'), by({ holder: 'leader', recoverFrom: 'supplier' })).state).toMatchObject({ decision: 'review', recoverFrom: 'supplier', supplierId: 'supplier-1' })
    expect(filedCase({}, by({ holder: 'supplier' }, { askedAtLeast: 9999 })).events[0]).not.toHaveProperty('route')
  })

  it('is found by trying before: whatever the rules, filing does what was said', () => {
    const rule = fc.record({
      when: fc.record({ classes: fc.option(fc.uniqueArray(fc.constantFrom(...CLASS_CODES), { minLength: 1, maxLength: 4 }), { nil: undefined }), askedAtLeast: fc.option(fc.integer({ min: 1, max: 2520 }), { nil: undefined }), supplierIds: fc.constantFrom(undefined, ['supplier-1'], ['other']) }),
      then: fc.record({ holder: fc.constantFrom(...HOLDER_CODES), recoverFrom: fc.constantFrom(undefined, 'supplier' as const, 'carrier' as const, 'nobody' as const) }),
    })
    const anyRules = fc.array(rule, { maxLength: 5 }).map(list => list.map((r, i): RouteRule => ({ ...r, id: String(i), words: `第 ${i} 条` })))
    const seen = new Set<string>()
    fc.assert(fc.property(anyRules, fc.constantFrom(...REASON_CODES), fc.constantFrom(...ABOUT_CODES), fc.constantFrom(null, 'supplier-1'), fc.boolean(), (rules, reason, about, supplierId, desk) => {
      const filing = { ...filingFor(reason), words: '说一句', ...(REASONS[reason].class === 'service' ? { about } : {}) }
      const around = { ...ALONE, desk, helpers: ['husband'] }
      const tried = routeOf(rules, { class: REASONS[reason].class, reason, productKey: productKey(exampleLine().title, exampleLine().spec), supplierId, amountAsked: 'amount' in filing.wish ? filing.wish.amount : 0, around, about: filing.about })
      const { state, events } = filedCase(filing, { rules, supplierId, around })
      seen.add(tried.holder)
      expect(events[0]).toMatchObject({ heldBy: tried.holder, recoverFrom: tried.recoverFrom, ...(tried.by.own ? { route: { id: tried.by.id } } : {}) })
      // What is hidden from anybody is not the supplier's to hear of.
      expect([holderOf(state), state.supplierId]).toEqual([tried.holder, !state.hiddenFrom && (tried.holder === 'supplier' || tried.recoverFrom === 'supplier') ? supplierId : null])
      // Tried again on the case it became, by its own product.
      expect(routeOf(rules, matterOf(state, { supplierId, around }))).toEqual(tried)
    }))
    expect([...seen].sort()).toEqual(['leader', 'operator', 'supplier'])
  })
})
