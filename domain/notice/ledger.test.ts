import fc from 'fast-check'
import { entered, type Entry, type EntryKind, type Ledger } from './ledger'

const line = (kind: EntryKind, at: number, id = `${kind}${at}`): Entry => ({ id, kind, at })
const leftAfter = (...entries: Entry[]) => entries.reduce<Ledger>(entered, { left: 0, entries: [] }).left

it('a refusal that is pushed late takes only what was accepted before it', () => {
  const [one, two, no, three] = [line('pushed', -60), line('pushed', -50), line('emptied', -40), line('pushed', -30)]
  expect([leftAfter(one, two, no, three), leftAfter(one, two, three, no), leftAfter(no, three, two, one), leftAfter(three, one, no, two)]).toEqual([1, 1, 1, 1])
})

it('accepted while WeChat says of a message under way that none was left: the new one stays, the old ones do not', () => {
  const before = [line('asked', 1), line('pushed', 2), line('asked', 3), line('asked', 5), line('sent', 10)]
  expect(leftAfter(...before, line('asked', 11), line('pushed', 12), line('emptied', 10))).toBe(1)
  expect(leftAfter(...before, line('emptied', 10), line('asked', 11))).toBe(1)
})

it('one that was taken and not used is there again, but not after WeChat has said that none is', () => {
  expect(leftAfter(line('asked', 1), line('sent', 2), line('returned', 2, 'back'))).toBe(1)
  expect(leftAfter(line('asked', 1), line('sent', 2), line('emptied', 3), line('returned', 2, 'back'))).toBe(0)
})

it('a message that went by an accept nobody had heard of yet leaves none', () => {
  expect(leftAfter(line('asked', 1), line('pushed', 2), line('sent', 10), line('emptied', 5), line('pushed', 7))).toBe(0)
})

it('in whatever order lines arrive, and however often, it comes to the same', () => {
  const entry = fc.record({ kind: fc.constantFrom<EntryKind>('asked', 'pushed', 'sent', 'returned', 'emptied'), at: fc.integer({ min: 0, max: 8 }) })
  const lines = fc.array(entry, { maxLength: 20 }).map(all => all.map(({ kind, at }, i) => line(kind, at, `e${i}`)))
  fc.assert(fc.property(lines.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))), ([all, shuffled]) => {
    expect(leftAfter(...shuffled, ...shuffled)).toBe(leftAfter(...all))
  }))
})

it('what is forgotten still counts, until WeChat says that none is left', () => {
  const many = Array.from({ length: 150 }, (_, i) => line('asked', i))
  expect(leftAfter(...many)).toBe(150)
  expect(leftAfter(...many, line('emptied', 200))).toBe(0)
})
