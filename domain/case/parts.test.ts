import { exampleClaim } from './exampleCase'
import { MOST_PARTS, partsMissing, type PartsDraft } from './parts'

const whole = exampleClaim('partMissing') as PartsDraft
const lacks = (over: Partial<PartsDraft>) => partsMissing({ ...whole, ...over }).map(l => l.field)

it('a claim that lacks nothing', () => expect(partsMissing(whole)).toEqual([]))

it('nothing filled in: everything is listed, in the order of the screen', () => {
  const empty: PartsDraft = { parts: [{ name: ' ', model: '', quantity: 0 }], proof: null, noticedAt: null, noticed: null, extent: null, amount: null }
  expect(partsMissing(empty).map(l => l.field)).toEqual(['claim.parts.0.name', 'claim.parts.0.model', 'claim.parts.0.quantity', 'claim.proof', 'claim.noticedAt', 'claim.noticed', 'claim.extent', 'claim.amount'])
  for (const l of partsMissing(empty)) expect(l.code).toBe('PARTS_INCOMPLETE')
})

it.each<[string, Partial<PartsDraft>, string[]]>([
  ['no part', { parts: [] }, ['claim.parts']],
  ['too many', { parts: Array.from({ length: MOST_PARTS + 1 }, () => ({ name: '钉', model: null, quantity: 1 })) }, ['claim.parts']],
  ['a model nobody knows', { parts: [{ name: '钉', model: null, quantity: 1 }] }, []],
  ['the second without a name', { parts: [...whole.parts.slice(0, 1), { name: '', model: null, quantity: 1 }] }, ['claim.parts.1.name']],
  ['half a screw', { parts: [{ name: '钉', model: null, quantity: 0.5 }] }, ['claim.parts.0.quantity']],
  ['a thousand screws', { parts: [{ name: '钉', model: null, quantity: 1000 }] }, ['claim.parts.0.quantity']],
  ['no number of a day', { noticedAt: NaN }, ['claim.noticedAt']],
  ['less than nothing', { amount: -1 }, ['claim.amount']],
  ['worth nothing', { amount: 0 }, []],
])('%s', (_what, over, fields) => expect(lacks(over)).toEqual(fields))
