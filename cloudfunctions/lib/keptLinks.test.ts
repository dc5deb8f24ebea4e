import * as fc from 'fast-check'
import { KeptLinks } from './keptLinks'

const HOUR = 3600_000
const HALF = HOUR / 2

/** A storage that counts what it is asked; a link says when it was made. */
function storage(gone: string[] = []) {
  const asked: string[][] = []
  const clock = { now: 1_000_000 }
  const linksTo = (ids: readonly string[]) => {
    asked.push([...ids])
    return Promise.resolve(new Map(ids.filter(id => !gone.includes(id)).map(id => [id, `${id}@${clock.now}`])))
  }
  return { asked, clock, linksTo, kept: (most?: number) => new KeptLinks(linksTo, HOUR, HALF, () => clock.now, most) }
}

test('what is kept is not asked for again; only what is missing is, once', async () => {
  const { asked, kept } = storage()
  const links = kept()
  await links.get(['a', 'b', 'a'])
  expect(await links.get(['b', 'c'])).toEqual(new Map([['b', 'b@1000000'], ['c', 'c@1000000']]))
  await links.get(['c', 'a'])
  expect(asked).toEqual([['a', 'b'], ['c']])
})

test('nothing is asked for where nothing is wanted; what is gone has no link and is asked for anew', async () => {
  const { asked, kept } = storage(['x'])
  const links = kept()
  expect(await links.get([])).toEqual(new Map())
  expect(await links.get(['x'])).toEqual(new Map())
  await links.get(['x'])
  expect(asked).toEqual([['x'], ['x']])
})

test('a failure keeps nothing', async () => {
  const { linksTo } = storage()
  let fails = true
  const links = new KeptLinks(ids => (fails ? Promise.reject(new Error('storage is away')) : linksTo(ids)), HOUR, HALF)
  await expect(links.get(['a'])).rejects.toThrow('storage is away')
  fails = false
  expect((await links.get(['a'])).size).toBe(1)
})

test('no more are kept than it has room for; who was asked for longest ago goes first', async () => {
  const { asked, kept } = storage()
  const links = kept(2)
  await links.get(['a', 'b'])
  await links.get(['a'])
  await links.get(['c'])
  await links.get(['a', 'c'])
  await links.get(['b'])
  expect(asked).toEqual([['a', 'b'], ['c'], ['b']])
})

test('whenever one is asked for, every link given works as long as is promised, and none longer than it would have by itself', async () => {
  const steps = fc.array(fc.record({ pass: fc.integer({ min: 0, max: 2 * HOUR }), ids: fc.subarray(['a', 'b', 'c', 'd']) }), { maxLength: 30 })
  await fc.assert(fc.asyncProperty(steps, async walk => {
    const { clock, kept } = storage()
    const links = kept(3)
    for (const { pass, ids } of walk) {
      clock.now += pass
      const given = await links.get(ids)
      expect([...given.keys()].sort()).toEqual([...ids].sort())
      for (const url of given.values()) {
        const worksUntil = Number(url.split('@')[1]) + HOUR
        expect(worksUntil).toBeGreaterThanOrEqual(links.until(clock.now))
        expect(worksUntil).toBeLessThanOrEqual(clock.now + HOUR)
      }
    }
  }))
})
