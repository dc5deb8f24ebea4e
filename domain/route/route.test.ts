import fc from 'fast-check'
import { ALONE } from '../case/exampleCase'
import { hiddenFromIn } from '../case/firstLook'
import { ABOUT_CODES, CLASS_CODES, CLASSES, REASON_CODES, REASONS, recoverFromFor } from '../case/reasons'
import { checkRules } from './checkRules'
import { DEFAULT_RULES } from './defaultRules'
import { fits, routeOf, type Matter } from './route'
import { HOLDER_CODES, RECOVER_FROM_CODES, type RouteRule } from './rule'

const BERRIES: Matter = { class: 'quality', reason: 'spoiled', productKey: '草莓(2斤/盒)', supplierId: 's1', amountAsked: 2990, around: { ...ALONE, desk: true } }
const rule = (id: string, when: RouteRule['when'], then: RouteRule['then'], words = id): RouteRule => ({ id, when, then, words })
const DEAR = rule('dear', { askedAtLeast: 5000 }, { holder: 'operator' }, '¥50 以上的先请平台看')

describe('the usual way', () => {
  it.each<[Matter['class'], string, string, boolean]>([
    ['quality', 'leader', 'supplier', false], ['hazard', 'operator', 'supplier', true], ['quantity', 'leader', 'supplier', false], ['logistics', 'leader', 'carrier', false],
    ['service', 'operator', 'nobody', false], ['missingPart', 'leader', 'supplier', false], ['orderChange', 'leader', 'nobody', false], ['price', 'leader', 'nobody', false],
    ['repair', 'leader', 'supplier', false], ['suggestion', 'leader', 'nobody', false], ['other', 'leader', 'nobody', false],
  ])('%s goes to the %s, at the cost of %s', (of, holder, recoverFrom, copySupplier) => {
    expect(routeOf([], { ...BERRIES, class: of, reason: null })).toMatchObject({ holder, recoverFrom, copySupplier, by: { id: `usual:${of}`, words: DEFAULT_RULES[of].words, own: false } })
  })

  it('without a desk a hazard is the leader\'s and the supplier still hears of it; a complaint about the leader is for a deputy', () => {
    const helped = { ...ALONE, helpers: ['husband'] }
    expect(routeOf([], { ...BERRIES, class: 'hazard', around: helped })).toMatchObject({ holder: 'leader', looks: 'leader', copySupplier: true })
    expect(routeOf([], { ...BERRIES, class: 'service', around: helped })).toMatchObject({ holder: 'leader', looks: 'helper' })
    expect(routeOf([], { ...BERRIES, class: 'service', around: ALONE })).toMatchObject({ holder: 'leader', looks: null })
    expect(routeOf([], { ...BERRIES, class: 'service', around: helped, about: 'supplier' })).toMatchObject({ holder: 'leader', looks: 'leader' })
    expect(routeOf([], { ...BERRIES, class: 'service', about: 'operator' })).toMatchObject({ holder: 'leader', looks: 'leader' })
  })

  it('says who and from whom as the table of classes does, and each reason where it knows better', () => {
    for (const of of CLASS_CODES) {
      const { holder, recoverFrom } = DEFAULT_RULES[of]
      expect([holder, recoverFrom]).toEqual([CLASSES[of].first === 'desk' ? 'operator' : 'leader', CLASSES[of].recoverFrom])
    }
    for (const reason of REASON_CODES) expect(routeOf([], { ...BERRIES, reason, class: REASONS[reason].class }).recoverFrom).toBe(recoverFromFor(reason))
  })

  it('what the arrival check proved comes before what rules say of all such cases, and no supplier is asked what it was cleared of', () => {
    const toSupplier = rule('s', { supplierIds: ['s1'] }, { holder: 'supplier', recoverFrom: 'supplier' })
    expect(routeOf([toSupplier], { ...BERRIES, provenBearer: 'supplier' })).toMatchObject({ holder: 'supplier', recoverFrom: 'supplier' })
    expect(routeOf([toSupplier], { ...BERRIES, provenBearer: 'carrier' })).toMatchObject({ holder: 'leader', recoverFrom: 'carrier', by: { own: false } })
    expect(routeOf([toSupplier], { ...BERRIES, provenBearer: 'leader' })).toMatchObject({ holder: 'leader', recoverFrom: 'nobody' })
  })
})

describe('own rules', () => {
  it('the first that fits decides, and says so in its words', () => {
    const rules = [DEAR, rule('fruit', { supplierIds: ['s1'] }, { holder: 'supplier', recoverFrom: 'nobody' })]
    expect(routeOf(rules, { ...BERRIES, amountAsked: 5000 })).toMatchObject({ holder: 'operator', recoverFrom: 'supplier', by: { id: 'dear', words: '¥50 以上的先请平台看', own: true } })
    expect(routeOf(rules, { ...BERRIES, amountAsked: 4999 })).toMatchObject({ holder: 'supplier', recoverFrom: 'nobody', by: { id: 'fruit' } })
    expect(routeOf(rules, { ...BERRIES, amountAsked: 4999, supplierId: 's2' }).by).toMatchObject({ id: 'usual:quality' })
  })

  it('a rule for the desk is the leader\'s where there is none', () => {
    expect(routeOf([DEAR], { ...BERRIES, amountAsked: 9000, around: ALONE })).toMatchObject({ holder: 'leader', by: { id: 'dear' } })
  })

  it('a rule for a supplier that nobody acts for here is passed over', () => {
    expect(routeOf([rule('s', {}, { holder: 'supplier' })], { ...BERRIES, around: { ...ALONE, supplierPeople: [] } })).toMatchObject({ holder: 'leader', by: { own: false } })
  })

  it('a rule gives a complaint to nobody from whom it is hidden', () => {
    const toLeader = [rule('l', { classes: ['service'] }, { holder: 'leader' })]
    const service = { ...BERRIES, class: 'service' as const, reason: 'slow' as const }
    expect(routeOf(toLeader, { ...service, about: 'leader' })).toMatchObject({ holder: 'operator', by: { own: false } })
    expect(routeOf(toLeader, { ...service, about: 'helper' })).toMatchObject({ holder: 'leader', looks: 'leader', by: { own: true } })
    // Who leads also supplies.
    expect(routeOf(toLeader, { ...service, about: 'supplier', around: { ...ALONE, desk: true, supplierPeople: [ALONE.leaderId] } })).toMatchObject({ holder: 'operator', by: { own: false } })
  })
})

describe('what is said of rules', () => {
  const check = (rules: readonly unknown[], hasDesk = true) => checkRules(rules as RouteRule[], { hasDesk })
  it.each<[string, unknown[], string, string]>([
    ['an unknown class', [rule('a', { classes: ['weather' as never] }, { holder: 'leader' })], 'UNKNOWN_CLASS', 'rules.0.when.classes.0'],
    ['a class that every object has', [rule('a', { classes: ['toString' as never] }, { holder: 'leader' })], 'UNKNOWN_CLASS', 'rules.0.when.classes.0'],
    ['an unknown reason', [rule('a', { reasons: ['hungry' as never] }, { holder: 'leader' })], 'UNKNOWN_REASON', 'rules.0.when.reasons.0'],
    ['nothing chosen', [rule('a', { classes: [] }, { holder: 'leader' })], 'NEVER_TRUE', 'rules.0.when.classes'],
    ['a reason of another class', [rule('a', { classes: ['quality'], reasons: ['spoiled', 'missing'] }, { holder: 'leader' })], 'NEVER_TRUE', 'rules.0.when.reasons.1'],
    ['an amount below a fen', [rule('a', { askedAtLeast: 0 }, { holder: 'leader' })], 'BAD_AMOUNT', 'rules.0.when.askedAtLeast'],
    ['a hazard to the supplier', [rule('a', { classes: ['hazard', 'quality'] }, { holder: 'supplier' })], 'HAZARD_TO_SUPPLIER', 'rules.0.then.holder'],
    ['a complaint about somebody to the supplier', [rule('a', { classes: ['service'] }, { holder: 'supplier' })], 'SERVICE_TO_SUPPLIER', 'rules.0.then.holder'],
    ['no words', [rule('a', {}, { holder: 'leader' }, ' ')], 'WORDS_NEEDED', 'rules.0.words'],
    ['the same twice', [DEAR, DEAR], 'SAME_RULE_TWICE', 'rules.1.id'],
    ['two that contradict each other', [rule('a', { classes: ['quality', 'price'] }, { holder: 'leader' }), rule('b', { classes: ['price', 'quality'] }, { holder: 'operator' })], 'CONTRADICTS', 'rules.1.then'],
    ['fifty-one', Array.from({ length: 51 }, (_, i) => rule(`r${i}`, { askedAtLeast: i + 1 }, { holder: 'leader' })), 'TOO_MANY_RULES', 'rules'],
  ])('refused: %s', (_what, rules, code, field) => {
    expect(check(rules)).toMatchObject({ refusal: { code, field, message: expect.stringMatching(/[一-鿿]/) } })
  })

  it('one that can never be used is pointed out, with the one before it', () => {
    expect(check([DEAR, rule('dearer', { askedAtLeast: 9000, classes: ['quality'] }, { holder: 'leader' })])).toEqual({ warnings: [{ id: 'dearer', code: 'SHADOWED', message: '前面的「¥50 以上的先请平台看」已经都管到了，这一条用不上' }] })
    expect(check([DEAR, rule('cheaper', { askedAtLeast: 900 }, { holder: 'leader' })])).toEqual({ warnings: [] })
    expect(check([rule('all', {}, { holder: 'supplier' }), rule('hazard', { classes: ['hazard'] }, { holder: 'leader' })])).toEqual({ warnings: [] })
    expect(check([DEAR], false)).toEqual({ warnings: [{ id: 'dear', code: 'NO_DESK', message: '现在没有平台，会归团长' }] })
  })
})

const some = <T,>(of: readonly T[]) => fc.option(fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 }), { nil: undefined })
const PRODUCTS = ['草莓', '吐司', '青菜']
const SUPPLIERS = ['s1', 's2']
const anyRule = fc.record({
  when: fc.record({ classes: some(CLASS_CODES), reasons: some(REASON_CODES), productKeys: some(PRODUCTS), supplierIds: some(SUPPLIERS), askedAtLeast: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }) }),
  then: fc.record({ holder: fc.constantFrom(...HOLDER_CODES), recoverFrom: fc.option(fc.constantFrom(...RECOVER_FROM_CODES), { nil: undefined }) }),
})
const anyRules = fc.array(anyRule, { maxLength: 8 }).map(rules => rules.map((r, i): RouteRule => ({ ...r, id: `r${i}`, words: `第 ${i} 条` })))
/** As cases are: the class is the reason's, or one that has no reasons here yet. */
const classed = fc.constantFrom(...REASON_CODES).map((reason): Pick<Matter, 'class' | 'reason'> => ({ reason, class: REASONS[reason].class }))
const people = fc.subarray(['leader', 'husband', 'guo'])
const anyAround = fc.record({ desk: fc.boolean(), leaderId: fc.constant('leader'), helpers: fc.subarray(['husband', 'guo']), helperLeaders: fc.subarray(['gatherer']), supplierPeople: people })
const anyMatter: fc.Arbitrary<Matter> = fc.tuple(classed, fc.record({
  productKey: fc.constantFrom(...PRODUCTS, '别的'), supplierId: fc.constantFrom(...SUPPLIERS, null), amountAsked: fc.integer({ min: 0, max: 12_000 }), provenBearer: fc.constantFrom(null, 'supplier' as const, 'carrier' as const, 'leader' as const),
}), anyAround, fc.constantFrom(...ABOUT_CODES)).map(([c, rest, around, about]) => ({ ...c, ...rest, around, ...(c.class === 'service' ? { about } : {}) }))

describe('always', () => {
  it('every case has exactly one way, by a rule that fits it', () => {
    fc.assert(fc.property(anyRules, anyMatter, (rules, matter) => {
      const route = routeOf(rules, matter)
      expect(HOLDER_CODES).toContain(route.holder)
      expect(RECOVER_FROM_CODES).toContain(route.recoverFrom)
      const own = rules.find(r => r.id === route.by.id)
      expect(own !== undefined).toBe(route.by.own)
      if (own) expect(fits(own.when, matter)).toBe(true)
      else expect(route.by.id).toBe(`usual:${matter.class}`)
      expect(route.by.words).not.toBe('')
    }))
  })

  it('nothing goes to a desk that is not there, or to a supplier that nobody named or acts for', () => {
    fc.assert(fc.property(anyRules, anyMatter, (rules, matter) => {
      const { holder, copySupplier } = routeOf(rules, matter)
      if (!matter.around.desk) expect(holder).not.toBe('operator')
      if (matter.around.supplierPeople.length === 0) expect(holder).not.toBe('supplier')
      if (matter.supplierId === null) expect([holder === 'supplier', copySupplier]).toEqual([false, false])
    }))
  })

  it('a hazard is never the supplier\'s to decide, and the supplier always hears of it', () => {
    fc.assert(fc.property(anyRules, anyMatter, (rules, matter) => {
      const { holder, copySupplier } = routeOf(rules, { ...matter, class: 'hazard' })
      expect(holder).not.toBe('supplier')
      expect(copySupplier).toBe(matter.supplierId !== null)
    }))
  })

  it('a complaint about somebody is never theirs, whatever the rules; where nobody else is there, nobody looks', () => {
    let looked = 0
    fc.assert(fc.property(anyRules, anyMatter, fc.constantFrom(...ABOUT_CODES), (rules, matter, about) => {
      const { around } = matter
      const { holder, looks } = routeOf(rules, { ...matter, class: 'service', reason: 'slow', about })
      const hidden = hiddenFromIn('service', about, around)
      const left = { leader: [around.leaderId], helper: around.helpers }
      expect(holder).not.toBe('supplier')
      if (holder === 'operator') expect([around.desk, about === 'operator']).toEqual([true, false])
      if (looks === 'leader' || looks === 'helper') {
        looked++
        expect(left[looks].some(id => !hidden.includes(id))).toBe(true)
      }
      if (looks === null) expect([around.desk && about !== 'operator', [around.leaderId, ...around.helpers].every(id => hidden.includes(id))]).toEqual([false, true])
    }))
    expect(looked).toBeGreaterThan(10)
  })

  it('what is called of no use decides nothing, and leaving it out changes no case\'s way', () => {
    let found = 0
    fc.assert(fc.property(anyRules, anyRules, fc.array(anyMatter, { minLength: 20, maxLength: 20 }), (some, more, matters) => {
      // Each of the second list is narrowed by one of the first, so that many of them are covered; what may not be kept is left out.
      const narrow = more.map((r, i): RouteRule => ({ ...r, id: `n${i}`, when: { ...some[i]?.when, ...Object.fromEntries(Object.entries(r.when).filter(([name, value]) => value !== undefined && some[i]?.when[name as 'classes'] === undefined)) } }))
      const rules = [...some, ...narrow].reduce<RouteRule[]>((kept, r) => ('warnings' in checkRules([...kept, r], { hasDesk: true }) ? [...kept, r] : kept), [])
      const checked = checkRules(rules, { hasDesk: true })
      if (!('warnings' in checked)) throw new Error(checked.refusal.message)
      const shadowed = checked.warnings.filter(w => w.code === 'SHADOWED').map(w => w.id)
      found += shadowed.length
      const rest = rules.filter(r => !shadowed.includes(r.id))
      for (const matter of matters) expect(routeOf(rules, matter)).toEqual(routeOf(rest, matter))
    }), { numRuns: 400 })
    expect(found).toBeGreaterThan(20)
  })
})
