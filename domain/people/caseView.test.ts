import fc from 'fast-check'
import type { Case, Party } from '../case/case'
import { act, actorOf, EVERYBODY, examples, exampleLine, FILED_AT, filedCase, filingFor, HOUR, LATER, LEADER, OPERATOR, RESIDENT, SUPPLIER } from '../case/exampleCase'
import { PARTIES, someHistory } from '../case/exampleHistories'
import { evidencePhotos } from '../case/evidencePhotos'
import type { CaseEvent } from '../case/events'
import { replay } from '../case/evolve'
import { REASON_CODES } from '../case/reasons'
import { UNDO_WINDOW } from '../clock/policy'
import { caseCard, caseView, photosOf, type CaseCard, type CaseView } from './caseView'

const viewed = (c: Case, party: Party): CaseView => caseView(c, actorOf(party), LATER)
const carded = (c: Case, party: Party): CaseCard => caseCard(c.state, party, LATER)
const everything = (c: Case, party: Party) => JSON.stringify([viewed(c, party), carded(c, party)])

/** Words that no one else would ever write, so that finding them means that they leaked. */
const MARKED = exampleLine({ orderId: 'ORDER#1', lineId: 'LINE#1', buyer: '买家名记号', receiver: '收件人记号', joinNumber: 'JOIN#记号', room: '房号记号', pickupPoint: '自提点记号', paid: 2520, left: 2519 })

/** Who it is, in words that somebody writes. */
const NAMED = '买家名记号住房号记号，收件人记号收'

/** The same life, with marks on everything that not everybody may read. */
function marked(c: Case): Case {
  const events = c.events.map((e): CaseEvent => {
    const by = { ...e.by, personId: `PERSON#${e.by.party}` }
    switch (e.type) {
      case 'Filed': return { ...e, by, line: { ...MARKED, quantity: e.line.quantity, paid: e.line.paid, left: e.line.left }, ...(e.claim.measure === 'parts' ? { claim: { ...e.claim, parts: [{ name: NAMED, model: NAMED, quantity: 1 }] } } : {}), ...(e.logistics ? { logistics: { carrier: 'CARRIER#', waybill: 'WAYBILL#' } } : {}), ...(e.hiddenFrom ? { hiddenFrom: ['PERSON#named'] } : {}), communityId: 'COMMUNITY#', words: NAMED, voices: [{ id: 'VOICE#', seconds: 47 }], videos: [{ id: 'VIDEO#', seconds: 13 }], supplierId: e.supplierId && 'SUPPLIER#', command: `COMMAND#${e.command}` }
      case 'Forwarded': return { ...e, by, words: `ARGUMENT#forward${NAMED}` }
      case 'SupplierGranted': return { ...e, by, words: 'ARGUMENT#granted' }
      case 'SupplierDisputed': return { ...e, by, words: `ARGUMENT#disputed${NAMED}`, photos: ['PHOTO#disputed'] }
      case 'RecoveryAdmitted': return { ...e, by, words: 'ARGUMENT#admitted' }
      case 'RecoveryDisputed': return { ...e, by, words: `ARGUMENT#recovery${NAMED}`, photos: ['PHOTO#recovery'] }
      case 'RefundPaid': return { ...e, by, reference: 'REFERENCE#', proof: ['PHOTO#receipt'] }
      case 'OfferDeclined': return { ...e, by, words: NAMED, ...(e.onBehalf ? { onBehalf: { ...e.onBehalf, words: `PROOF#${NAMED}`, photos: ['PHOTO#chat'] } } : {}) }
      case 'Rejected': case 'Offered': return { ...e, by, words: NAMED }
      case 'Withdrawn': return { ...e, by, words: 'WITHDRAWN#' }
      case 'OfferAgreed': return { ...e, by, ...(e.onBehalf ? { onBehalf: { ...e.onBehalf, words: `PROOF#${NAMED}`, photos: ['PHOTO#chat'] } } : {}) }
      case 'TakenOver': return { ...e, by, residentId: by.personId }
      default: return { ...e, by, command: `COMMAND#${e.command}` }
    }
  })
  return replay(events)
}

const someMarked = someHistory.map(({ end }) => marked(end))
const NOBODYS = ['PERSON#', 'COMMAND#', 'COMMUNITY#', 'ORDER#', 'LINE#', 'personId', 'residentId', 'openid', 'undefined']

describe('nobody sees', () => {
  it('who acted as a person, the ids of command, order or community', () => {
    fc.assert(fc.property(someMarked, fc.constantFrom(...PARTIES), (c, party) => {
      const seen = everything(c, party)
      for (const mark of NOBODYS) expect(seen).not.toContain(mark)
    }), { numRuns: 150 })
  })
})

describe('the bundle of a case', () => {
  it('is named to leader and supplier, who have it in common, and to nobody else', () => {
    const { settled, nobodySupplies } = examples()
    expect(PARTIES.map(party => carded(settled, party).bundle)).toEqual(PARTIES.map(party => (party === 'resident' ? null : { supplierId: 'supplier-1', groupBuyId: 'groupbuy-1' })))
    expect(carded(nobodySupplies, 'leader').bundle).toBeNull()
    fc.assert(fc.property(someMarked, c => expect(everything(c, 'resident')).not.toContain('SUPPLIER#')), { numRuns: 50 })
  })
})

describe('the supplier', () => {
  const HOUSEHOLD = ['买家名记号', '收件人记号', 'JOIN#', '房号记号', '自提点记号', 'REFERENCE#', 'PHOTO#receipt', 'WITHDRAWN#', 'VOICE#', '段话', 'VIDEO#', '视频', 'WAYBILL#', 'CARRIER#', 'PROOF#', 'PHOTO#chat']

  it('never sees who the resident is, where they live, what was paid for the line or how the refund went', () => {
    fc.assert(fc.property(someMarked, c => {
      const seen = everything(c, 'supplier')
      for (const mark of HOUSEHOLD) expect(seen).not.toContain(mark)
      expect([viewed(c, 'supplier').household, viewed(c, 'supplier').line, carded(c, 'supplier').buyer, carded(c, 'supplier').joinNumber]).toEqual([null, null, null, null])
    }), { numRuns: 150 })
  })

  it('never reads a phone number, whoever wrote it and wherever', () => {
    const phones = ['13800138000', '139 0013 9000', '１３７００１３７０００', '+86-136-0013-6000', '010-62345678', '一三五零零一三五零零零']
    const numbers = phones.map(phone => phone.normalize('NFKC').replace(/\D/g, '')).filter(Boolean)
    for (const [i, phone] of phones.entries()) {
      const words = `打${phone}给我`
      const asked = act(filedCase({ words }), LEADER, { type: 'forward', words })
      const lives = [
        act(act(asked, SUPPLIER, { type: 'disputeAsAsked', reason: 'other', words, photos: [] }), LEADER, { type: 'reject', criterion: 'kept', words, review: 'call' }),
        act(act(asked, SUPPLIER, { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words }), RESIDENT, { type: 'decline', words }),
        act(act(act(filedCase({ words }), LEADER, { type: 'settle' }), SUPPLIER, { type: 'disputeRecovery', reason: 'other', words, photos: [] }), LEADER, { type: 'payRefund', channel: 'cash', reference: words, photos: [] }),
        act(asked, SUPPLIER, { type: 'grantAsAsked', words }), act(asked, RESIDENT, { type: 'withdraw', words }),
        act(act(asked, SUPPLIER, { type: 'askEvidence', missing: [], words: `${words}？` }), RESIDENT, { type: 'addEvidence', photos: ['photo-more'], voices: [], words }),
        act(act(filedCase({ words }), LEADER, { type: 'settle' }), SUPPLIER, { type: 'admitRecovery', words }),
      ]
      for (const c of lives) {
        const seen = everything(c, 'supplier')
        expect(seen).not.toContain(phone)
        expect(seen.normalize('NFKC').replace(/[^\d]/g, '')).not.toContain(numbers[i] || '13500135000')
        expect(seen).toContain('打****给我')
        // The leader calls the neighbour by it.
        expect(everything(c, 'leader')).toContain(phone)
      }
    }
  })

  it('reads neither the number of what the household sent, wherever it was written, nor a chat that shows who it is', () => {
    const awaiting = act(act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1260 }], words: '' }), RESIDENT, { type: 'agree', option: 0 })
    const sent = act(awaiting, RESIDENT, { type: 'sendReturn', way: 'courier', waybill: 'SF1029384756', words: '单号SF1029384756', photos: [] })
    const noted = act(sent, LEADER, { type: 'receiveReturn', words: 'SF1029384756 到了', photos: [] })
    expect(everything(noted, 'supplier')).not.toContain('SF1029384756')
    expect(everything(noted, 'leader')).toContain('SF1029384756')
    const rejected = act(filedCase(), LEADER, { type: 'reject', criterion: 'notShown', words: '看不清', review: 'photos' })
    const appealed = act(rejected, OPERATOR, { type: 'appeal', grounds: '他说照片看得清', photos: ['photo-chat'], channel: 'privateChat' })
    expect(everything(appealed, 'supplier')).not.toContain('photo-chat')
    expect(photosOf(viewed(appealed, 'operator'))).toContain('photo-chat')
  })

  it('sees what it has to answer for', () => {
    const { settled } = examples()
    expect(viewed(settled, 'supplier')).toMatchObject({
      stage: 'refunding', holder: 'leader', myDue: { clock: 'recovery', party: 'supplier' }, mayDo: ['admitRecovery', 'disputeRecovery'],
      title: '【丹东99草莓】顺丰冷链', quantity: 2, claim: { bad: 1 }, words: '一盒都压烂了', photos: ['photo-1', 'photo-2'], recovery: { state: 'claimed', amount: 1260 },
    })
    expect(carded(settled, 'supplier')).toMatchObject({ photo: 'photo-1', recovery: { state: 'claimed', amount: 1260 }, myDue: { clock: 'recovery' } })
  })
})

describe('the resident', () => {
  it('never sees the recovery, nor what leader and supplier say to each other', () => {
    fc.assert(fc.property(someMarked, c => {
      const seen = everything(c, 'resident')
      for (const mark of ['ARGUMENT#', 'PHOTO#disputed', 'PHOTO#recovery']) expect(seen).not.toContain(mark)
      expect([viewed(c, 'resident').recovery, carded(c, 'resident').recovery]).toEqual([null, null])
      expect(viewed(c, 'resident').due?.clock).not.toBe('recovery')
      expect(viewed(c, 'resident').story.map(line => line.says).join()).not.toContain('认了')
    }), { numRuns: 150 })
  })

  it('sees everything about the own household and money', () => {
    expect(viewed(act(examples().offered, LEADER, { type: 'tell', how: 'phone' }), 'resident')).toMatchObject({
      stage: 'offered', holder: 'resident', due: { clock: 'offer' }, myDue: { clock: 'offer' }, mayDo: ['agree', 'decline', 'counter', 'withdraw'], asked: 1260,
      household: { buyer: '王阿姨', joinNumber: 'J15', room: '9号楼1504室', pickupPoint: '东门驿站' }, line: { paid: 2520, left: 2520 },
      offer: { by: 'leader', options: [{ remedy: 'refund', refund: 1260 }], words: '先退这些' },
    })
    expect(viewed(examples().rejected, 'resident').rejection).toMatchObject({ criterion: 'notShown', says: '照片里看不出这个问题', words: '照片里看不清，麻烦再看看', by: 'leader' })
  })
})

describe('the leader', () => {
  it('sees the household, the recovery and both sides of an argument', () => {
    expect(viewed(examples().disputed, 'leader')).toMatchObject({ household: { buyer: '王阿姨' }, recovery: { state: 'disputed', amount: 1260, dispute: { reason: 'costNotRetail', words: '按进价' } } })
    expect(viewed(examples().supplierDisputed, 'leader').recovery?.supplierSaid).toEqual({ reason: 'oldPhoto', words: '不是这一批' })
    expect(carded(examples().review, 'leader')).toMatchObject({ buyer: '王阿姨', joinNumber: 'J15', myDue: { clock: 'review' }, recovery: { state: 'none', amount: 0 } })
  })
})

describe('a view is an allow-list', () => {
  /** A case with a secret in every place where later events may put new fields. */
  function withSecrets(c: Case): Case {
    const secret = <T extends object>(thing: T): T => ({ ...thing, secret: 'SECRET#' })
    const s = c.state
    return {
      ...c, events: c.events.map(e => secret(e)),
      state: secret({
        ...s, line: secret(s.line), evidence: s.evidence.map(e => secret({ ...e, voices: (e.voices ?? []).map(secret), videos: (e.videos ?? []).map(secret) })), offer: s.offer && secret({ ...s.offer, options: s.offer.options.map(secret) }), rejection: s.rejection && secret(s.rejection),
        payment: s.payment && secret(s.payment), dispute: s.dispute && secret(s.dispute), supplierSaid: s.supplierSaid && secret(s.supplierSaid),
      }),
    }
  }

  it('a field added to the case is seen by nobody', () => {
    for (const c of [...Object.values(examples()), filedCase({ voices: [{ id: 'voice-1', seconds: 12 }], videos: [{ id: 'video-1', seconds: 9 }] })]) for (const party of PARTIES) expect(everything(withSecrets(c), party)).not.toContain('SECRET#')
  })

  it('every field is written down here', () => {
    const fields = new Set<string>()
    const collect = (thing: unknown, path: string): void => {
      if (Array.isArray(thing)) thing.forEach(part => collect(part, `${path}[]`))
      else if (typeof thing === 'object' && thing !== null) for (const [name, part] of Object.entries(thing)) collect(part, path ? `${path}.${name}` : name)
      else fields.add(path)
    }
    for (const c of [...Object.values(examples()), filedCase({ voices: [{ id: 'voice-1', seconds: 12 }], videos: [{ id: 'video-1', seconds: 9 }] }), ...REASON_CODES.map(reason => filedCase(filingFor(reason)))]) collect(viewed(c, 'leader'), '')
    expect([...fields].filter(path => !path.startsWith('household') && !path.includes('due') && !path.includes('Due')).sort()).toEqual([
      'about', 'amount', 'appeal', 'appeal.decision', 'appeal.decision.uphold', 'appeal.decision.words', 'appeal.grounds', 'appealUntil', 'arrivedAt', 'as', 'asked', 'bound', 'byHousehold', 'channel', 'claim.actual',
      'claim.amount', 'claim.bad', 'claim.damage', 'claim.extent', 'claim.measure', 'claim.noticed', 'claim.noticedAt', 'claim.parts[].model', 'claim.parts[].name', 'claim.parts[].quantity', 'claim.promised',
      'claim.proof', 'class', 'compensation', 'counter', 'counter.refund', 'counter.words', 'countersLeft', 'decision', 'desk', 'evidenceAsked', 'evidenceAsked.by', 'evidenceAsked.missing[]', 'evidenceAsked.words',
      'filedAt', 'follows', 'freight', 'goods', 'goods.by', 'goods.state', 'goods.way', 'goods.waybill', 'groupBuyTitle', 'hasSupplier', 'holder', 'id', 'investigation', 'investigation.until', 'investigation.words',
      'late', 'liability', 'liability.decided', 'liability.shares.carrier', 'liability.shares.goodwill', 'liability.shares.leader', 'liability.shares.seller', 'liability.shares.supplier', 'limit', 'line.left',
      'line.paid', 'logistics', 'logistics.carrier', 'logistics.waybill', 'mayDo[]', 'money', 'offer', 'offer.at', 'offer.by', 'offer.options[].compensation', 'offer.options[].freight', 'offer.options[].refund',
      'offer.options[].remedy', 'offer.options[].returnFirst', 'offer.options[].words', 'offer.words', 'photos[]', 'plan', 'plan[].by', 'plan[].party', 'plan[].what', 'quantity', 'rating', 'rating.attitude',
      'rating.result', 'rating.speed', 'rating.words', 'reason', 'recoverFrom', 'recovery.amount', 'recovery.basis', 'recovery.dispute', 'recovery.dispute.reason', 'recovery.dispute.words', 'recovery.expected',
      'recovery.since', 'recovery.state', 'recovery.supplierSaid', 'recovery.supplierSaid.reason', 'recovery.supplierSaid.words', 'refundTrouble', 'rejection', 'rejection.by', 'rejection.criterion', 'rejection.says', 'rejection.words',
      'remedy', 'spec', 'stage', 'story[].at', 'story[].detail', 'story[].photos[]', 'story[].says', 'takesEffect', 'title', 'unseenByNamed', 'silence', 'version', 'videos[].id', 'videos[].seconds', 'voices[].id', 'voices[].seconds', 'wish.amount', 'wish.kind',
      'words', 'closed', 'goods.to', 'agreedTo', 'agreedTo.by', 'agreedTo.words', 'putAside', 'putAside.amount', 'putAside.compensation', 'putAside.freight', 'reopenUntil', 'recovery.standsAgainst', 'recovery.silenceAdmits', 'supplierGone',
      'promises[].clock', 'promises[].endedAt', 'promises[].escalates', 'promises[].escalates.at', 'promises[].escalates.takes', 'promises[].from', 'promises[].late', 'promises[].party', 'promises[].pausedBy', 'promises[].standing',
      'expeditedAt', 'recovery.whole', 'appeal.at', 'appeal.photos[]', 'excluded', 'needsAnother', 'rejection.at', 'rejection.byName',
    ].sort())
  })
})

describe('photos', () => {
  it('that a party may open are those of its view, each once, and no others', () => {
    fc.assert(fc.property(someMarked, fc.constantFrom(...PARTIES), (c, party) => {
      const view = viewed(c, party)
      const photos = photosOf(view)
      expect(new Set(photos).size).toBe(photos.length)
      const seen = JSON.stringify(view)
      for (const photo of photos) expect(seen).toContain(JSON.stringify(photo))
      const all = c.events.flatMap(e => (e.type === 'Filed' || e.type === 'EvidenceAdded' || e.type === 'SupplierDisputed' || e.type === 'RecoveryDisputed' ? e.photos : e.type === 'RefundPaid' ? e.proof : e.type === 'OfferAgreed' || e.type === 'OfferDeclined' ? e.onBehalf?.photos ?? [] : []))
      for (const photo of all) expect(photos.includes(photo)).toBe(seen.includes(JSON.stringify(photo)))
    }), { numRuns: 150 })
  })

  it('that stand in several places are opened once', () => {
    const c = act(examples().settled, SUPPLIER, { type: 'disputeRecovery', reason: 'oldPhoto', words: '', photos: ['photo-2', 'photo-9'] })
    expect(photosOf(viewed(c, 'leader'))).toEqual(['photo-1', 'photo-2', 'photo-9'])
  })

  it('of the resident are everybody\'s, of an argument leader\'s and supplier\'s, of a payment leader\'s and resident\'s', () => {
    const { paid, disputed, supplierDisputed } = examples()
    const opens = (c: Case, party: Party) => photosOf(viewed(c, party))
    const filed = ['photo-1', 'photo-2']
    expect((['resident', 'leader', 'supplier'] as const).map(party => opens(paid, party))).toEqual([[...filed, 'photo-receipt'], [...filed, 'photo-receipt'], filed])
    expect((['resident', 'leader', 'supplier'] as const).map(party => opens(disputed, party))).toEqual([filed, [...filed, 'photo-invoice'], [...filed, 'photo-invoice']])
    expect((['resident', 'leader', 'supplier'] as const).map(party => opens(supplierDisputed, party))).toEqual([filed, [...filed, 'photo-supplier'], [...filed, 'photo-supplier']])
  })
})

describe('voices', () => {
  const spoken = filedCase({ voices: [{ id: 'voice-1', seconds: 12 }] })

  it('are for the household, the leader and the desk; nobody else learns that there is one', () => {
    for (const party of PARTIES) {
      const hears = party === 'resident' || party === 'leader' || party === 'operator'
      expect(viewed(spoken, party).voices).toEqual(hears ? [{ id: 'voice-1', seconds: 12 }] : [])
      expect(everything(spoken, party).includes('voice-1')).toBe(hears)
      expect(everything(spoken, party).includes('说了一段话')).toBe(hears)
      if (!hears) expect(everything(spoken, party)).toBe(everything(filedCase(), party))
    }
  })

  it('a case stored before one could speak has none', () => {
    const { state } = spoken
    const older = { ...spoken, state: { ...state, evidence: state.evidence.map(({ voices: _none, ...rest }) => rest) } }
    expect(viewed(older, 'leader').voices).toEqual([])
  })
})

describe('a video', () => {
  const filmed = filedCase({ videos: [{ id: 'video-1', seconds: 12 }] })

  it('is for the household, the leader and the desk; nobody else learns that there is one', () => {
    for (const party of PARTIES) {
      const sees = party === 'resident' || party === 'leader' || party === 'operator'
      expect(viewed(filmed, party).videos).toEqual(sees ? [{ id: 'video-1', seconds: 12 }] : [])
      expect(everything(filmed, party).includes('video-1')).toBe(sees)
      expect(everything(filmed, party).includes('还拍了一段视频（12 秒）')).toBe(sees)
      if (!sees) expect(everything(filmed, party)).toBe(everything(filedCase(), party))
    }
  })

  it('added later is there beside the first', () => {
    const more = act(filmed, RESIDENT, { type: 'addEvidence', photos: [], voices: [], videos: [{ id: 'video-2', seconds: 3 }], words: '' })
    expect(viewed(more, 'leader').videos.map(v => v.id)).toEqual(['video-1', 'video-2'])
    expect(everything(more, 'supplier')).not.toMatch(/video-|视频/)
  })
})

describe('what comes before the decision', () => {
  const late = { word: 'respond' as const, wordDueAt: FILED_AT + 300_000, wholeDueAt: FILED_AT + 2 * HOUR }
  const [settledAt, filed] = [FILED_AT + 3 * HOUR, filedCase()]

  it('is for who decides, and nobody else', () => {
    expect(PARTIES.map(party => [party, caseCard({ ...filed.state, desk: true }, party, settledAt, late).sooner?.clock ?? null])).toEqual(PARTIES.map(party => [party, party === 'leader' || party === 'operator' ? 'respond' : null]))
  })

  it('is said to nobody of what may yet be taken back, but to who decided', () => {
    const { state } = act(filed, LEADER, { type: 'settle' }, { at: settledAt })
    const said = (party: Party, now: number) => caseCard(state, party, now, { ...late, word: 'update' }).sooner?.clock ?? null
    expect([said('leader', settledAt + 1), said('operator', settledAt + 1), said('operator', settledAt + UNDO_WINDOW)]).toEqual(['update', null, 'update'])
  })

  it('is not said of a desk that is gone', () => {
    const { state } = act(filed, LEADER, { type: 'refer', words: '请看看' }, { at: settledAt })
    expect([true, false].map(desk => caseCard({ ...state, desk }, 'leader', settledAt, late).sooner?.party ?? null)).toEqual(['operator', null])
  })
})

describe('card and view', () => {
  it('say the same of the same case', () => {
    fc.assert(fc.property(someHistory, fc.constantFrom(...EVERYBODY), ({ end }, { party }) => {
      const view = viewed(end, party)
      const { photo, buyer, joinNumber, recovery, bundle: _bundle, sooner: _sooner, ...shared } = carded(end, party)
      expect(view).toMatchObject(shared)
      expect([photo, buyer, joinNumber]).toEqual([view.photos[0] ?? null, view.household?.buyer ?? null, view.household?.joinNumber ?? null])
      expect(recovery && { ...recovery }).toEqual(view.recovery && { state: view.recovery.state, amount: view.recovery.amount, basis: view.recovery.basis, expected: view.recovery.expected })
    }), { numRuns: 150 })
  })

  it('can be sent as JSON and mean the same', () => {
    fc.assert(fc.property(someHistory, fc.constantFrom(...PARTIES), ({ end }, party) => {
      expect(JSON.parse(everything(end, party))).toStrictEqual([viewed(end, party), carded(end, party)])
    }), { numRuns: 100 })
  })
})

describe('the crate of the arrival check', () => {
  const check = { id: 'a', productId: 'product-strawberry', ordered: 30, arrived: 28, damaged: 3, photos: ['crate'], bearer: 'supplier' as const, at: LATER - 1000, by: 'person-li' }
  const own = filedCase({ photos: ['own'] }, { check })
  const none = filedCase({ photos: [] }, { check })
  const added = { ...none, state: { ...none.state, evidence: [...none.state.evidence, { photos: ['later'], voices: [], words: '', by: 'resident' as const, at: LATER }] } }

  it('stands behind what the household photographed, then or later', () => {
    expect([own, none, added].map(c => viewed(c, 'leader').photos)).toEqual([['own', 'crate'], ['crate'], ['later', 'crate']])
    expect([own, none, added].map(c => carded(c, 'leader').photo)).toEqual(['own', 'crate', 'later'])
    expect([own, none, added].map(c => evidencePhotos(c.state))).toEqual([{ own: ['own'], crate: ['crate'] }, { own: [], crate: ['crate'] }, { own: ['later'], crate: ['crate'] }])
  })

  it('is not what the leader puts in for the household', () => {
    const plain = filedCase({ photos: ['own'] })
    const state = { ...plain.state, evidence: [...plain.state.evidence, { photos: ['chat'], voices: [], words: '到货时清点', by: 'leader' as const, at: LATER }] }
    expect(evidencePhotos(state)).toEqual({ own: ['own', 'chat'], crate: [] })
  })
})
