import fc from 'fast-check'
import { bundlesOf, casesIn, countedIn, gatheredUntil, GATHERED_FOR, heldAtMost, messageOf, withoutTemplate } from './bundles'
import { counted } from './fields'
import type { Told } from './kinds'
import type { Notice } from './notice'
import type { TemplateKey } from './templates'

const NOW = Date.UTC(2026, 10, 22, 4)

/** A copy that is due, of the seq-th event of a case. */
function copy(over: Partial<Notice> & { caseId: string; as: Told }, seq = 0): Notice {
  const template = over.template ?? 'toHandle'
  return {
    _id: `${over.caseId}:${seq}:${over.as}:p`, personId: 'p', title: '请您先看看', body: '', page: `packages/${over.as}/case/index?id=${over.caseId}`, at: NOW, readAt: null, kind: template, template,
    about: { goods: '草莓', groupBuyId: 'g', productId: 'berries', communityId: 'wutong', supplierId: 'fruit' },
    data: template === 'toHandle' ? { thing1: '请您先看看', character_string2: over.caseId, phrase17: '待处理', time3: '2026-11-23 12:00' } : { thing1: '草莓', character_string2: over.caseId, thing3: '有消息', time4: '2026-11-22 12:00' },
    copy: 'due', copyAt: NOW, copyError: '', tries: 0, ...over,
  }
}
const forty = (as: Told, over: Partial<Notice> = {}) => Array.from({ length: 40 }, (_, i) => copy({ caseId: `c${String(i).padStart(2, '0')}`, as, at: NOW + i, ...over }))

test('forty cases of one bad batch are one message with a count, and open the page that holds them', () => {
  const bundles = bundlesOf(forty('supplier'))
  expect(bundles).toHaveLength(1)
  expect(messageOf(bundles[0]!)).toEqual({
    page: 'packages/supplier/bundle/index?supplier=fruit&groupBuy=g',
    data: { thing1: '草莓 等 40 件', character_string2: 'c00 +39', phrase17: '待处理', time3: '2026-11-23 12:00' },
  })
})

test('of several group-buys, the list; a leader’s and a desk’s, everything that waits', () => {
  const of = (as: Told) => messageOf(bundlesOf([copy({ caseId: 'a', as }), copy({ caseId: 'b', as, about: { goods: '脐橙', groupBuyId: 'h', productId: 'o', communityId: 'wutong', supplierId: 'fruit' } })])[0]!).page
  expect([of('supplier'), of('leader'), of('operator')]).toEqual(['packages/supplier/cases/index', 'packages/leader/inbox/index?community=wutong', 'packages/operator/desk/index'])
})

test('the earliest time to act is said, and the newest time that something happened', () => {
  const at = (as: Told, template: TemplateKey, field: string, times: string[]) => messageOf(bundlesOf(times.map((time, i) => { const one = copy({ caseId: `c${i}`, as, template }); return { ...one, data: { ...one.data, [field]: time } } }))[0]!).data[field]
  expect(at('leader', 'toHandle', 'time3', ['2026-11-24 08:00', '2026-11-23 09:00', '2026-11-23 10:00'])).toBe('2026-11-23 09:00')
  expect(at('leader', 'progress', 'time4', ['2026-11-22 08:00', '2026-11-23 09:00', '2026-11-22 10:00'])).toBe('2026-11-23 09:00')
})

test('several events of one case are one case, and all that waits there is said where there is room, else the newest', () => {
  const said = (...titles: string[]) => {
    const [bundle, ...more] = bundlesOf(titles.map((title, i) => { const one = copy({ caseId: 'a', as: 'operator', at: NOW + i, title }, i); return { ...one, data: { ...one.data, thing1: title } } }))
    return [more.length, casesIn(bundle!), messageOf(bundle!).data['thing1']]
  }
  expect(said('到时间还没退款', '到时间还没回话')).toEqual([0, 1, '到时间还没退款；到时间还没回话'])
  expect(said('王阿姨：坏了、烂了', '邻居在催', '邻居在催')).toEqual([0, 1, '王阿姨：坏了、烂了；邻居在催'])
  expect(said('阳光花园三期…：坏了、烂了', '邻居在催', '邻居补来了')).toEqual([0, 1, '邻居补来了'])
})

test('a resident is told case by case, of where it stands now; a word in passing does not stand for a decision', () => {
  const bundles = bundlesOf([
    copy({ caseId: 'a', as: 'resident', kind: 'progress', template: 'progress' }, 1), copy({ caseId: 'a', as: 'resident', at: NOW + 1, kind: 'refund', template: 'progress', title: '已退款' }, 2),
    copy({ caseId: 'a', as: 'resident', at: NOW + 2, kind: 'progress', template: 'progress', title: '留了话' }, 3), copy({ caseId: 'b', as: 'resident', kind: 'progress', template: 'progress' }, 1),
  ])
  expect(bundles.map(b => [b.lead.caseId, b.lead.title, b.others.length])).toEqual([['b', '请您先看看', 0], ['a', '已退款', 2]])
})

test('where the template cannot go, what weighs most of the others goes instead, by its own; where all are of one, nothing', () => {
  const said = (template: TemplateKey, seq: number) => copy({ caseId: 'a', as: 'resident', kind: template, template, at: NOW + seq }, seq)
  const [bundle] = bundlesOf([said('progress', 1), said('result', 2), said('result', 3), said('refund', 4), said('progress', 5)])
  const order: (string | null)[][] = []
  for (let left = bundle ?? null; left; left = withoutTemplate(left)) order.push([left.lead, ...left.others].map(n => `${n.template} ${n.at - NOW}`))
  expect(order).toEqual([['refund 4', 'progress 1', 'result 2', 'result 3', 'progress 5'], ['result 3', 'progress 1', 'result 2', 'progress 5'], ['progress 5', 'progress 1']])
  expect(withoutTemplate(bundlesOf(forty('leader'))[0]!)).toBeNull()
})

test('a message counts its cases, a nudge those that it speaks of', () => {
  const nudge = copy({ caseId: '', _id: 'nudge:leader:p:7', as: 'leader', template: 'reminder', data: { thing1: '有 8 件到时间了，等您处理', character_string2: '8' } })
  expect([...bundlesOf(forty('leader')), ...bundlesOf([nudge])].map(countedIn)).toEqual([40, 8])
})

test('what is about no case goes by itself', () => {
  expect(bundlesOf([copy({ caseId: '', _id: 'w:lifted:p', as: 'resident' }), copy({ caseId: '', _id: 'ask:p', as: 'resident' })])).toHaveLength(2)
})

test.each([['草莓', 2, '草莓 等 2 件'], ['', 12, '等 12 件'], ['【丹东99草莓】顺丰冷链，超大果', 40, '【丹东99草莓】顺丰冷链… 等 40 件']])('%s of %i: %s', (goods, count, words) => {
  expect(counted(goods, count).length).toBeLessThanOrEqual(20)
  expect(counted(goods, count)).toBe(words)
})

describe('how often', () => {
  const [bundle] = bundlesOf(forty('leader'))
  const went = (over: Partial<Notice>) => [copy({ caseId: 'z', as: 'leader', ...over })]
  test.each([
    ['nothing went before', [], null],
    ['one of its kind went just now', went({ copyAt: NOW - 1000 }), NOW - 1000 + GATHERED_FOR],
    ['it went long ago', went({ copyAt: NOW - GATHERED_FOR }), null],
    ['another kind went', went({ copyAt: NOW, template: 'progress' }), null],
    ['it went in another role', went({ copyAt: NOW, as: 'operator' }), null],
    ['a danger went', went({ copyAt: NOW, urgent: true }), null],
    ['something about no case went', went({ copyAt: NOW, caseId: '' }), null],
  ])('%s', (_case, sent, until) => {
    expect(gatheredUntil(bundle!, sent, NOW)).toBe(until)
  })

  test('a danger and a resident’s own case wait for nothing', () => {
    for (const one of [copy({ caseId: 'a', as: 'leader', urgent: true }), copy({ caseId: 'a', as: 'resident' })]) {
      expect(gatheredUntil({ lead: one, others: [] }, [{ ...one, urgent: false, copyAt: NOW }], NOW)).toBeNull()
    }
  })
})

test.each([
  ['five minutes to the first word', { kind: 'toHandle' as const }, NOW + 300_000, NOW + 150_000], ['nobody knows until when', {}, null, Infinity], ['over before it came up', {}, NOW - 1, Infinity],
  ['by its template alone', { template: 'reminder' as const }, NOW + 7, NOW + 3], ['nothing to do', { kind: 'progress' as const, template: 'progress' as const }, NOW + 300_000, Infinity],
])('kept back at most: %s', (_case, over, by, until) => {
  expect(heldAtMost(copy({ caseId: 'a', as: 'leader', ...over }), by)).toBe(until)
})

const someCopies = fc.uniqueArray(fc.record({
  caseId: fc.constantFrom('', 'a', 'b', 'c', 'd'), as: fc.constantFrom<Told>('resident', 'leader', 'supplier', 'operator'), seq: fc.nat(9), at: fc.integer({ min: NOW, max: NOW + 5 }),
  urgent: fc.boolean(), template: fc.constantFrom<TemplateKey>('toHandle', 'progress'),
}), { selector: c => `${c.caseId} ${c.seq} ${c.as}` }).map(list => list.map(({ seq, ...over }) => copy(over, seq)))

test('every copy goes in exactly one message, of one role and, but for a resident’s case, one template; no danger goes with another, and none goes after something else', () => {
  fc.assert(fc.property(someCopies, copies => {
    const bundles = bundlesOf(copies)
    expect(bundles.flatMap(b => [b.lead, ...b.others]).map(n => n._id).sort()).toEqual(copies.map(n => n._id).sort())
    for (const { lead, others } of bundles) {
      expect(lead.urgent && others.length > 0).toBe(false)
      for (const other of others) {
        expect([other.as, other.urgent]).toEqual([lead.as, false])
        expect(lead.as === 'resident' ? other.caseId === lead.caseId : other.template === lead.template).toBe(true)
      }
    }
    const urgent = bundles.map(b => b.lead.urgent === true)
    expect(urgent.lastIndexOf(true)).toBeLessThan(urgent.includes(false) ? urgent.indexOf(false) : Infinity)
  }))
})

test('in whatever order they are read, the same goes with the same', () => {
  fc.assert(fc.property(someCopies.chain(copies => fc.tuple(fc.constant(copies), fc.shuffledSubarray(copies, { minLength: copies.length }))), ([copies, shuffled]) => {
    const names = (list: Notice[]) => bundlesOf(list).map(b => [b.lead._id, ...b.others.map(n => n._id)])
    expect(names(shuffled)).toEqual(names(copies))
  }))
})
