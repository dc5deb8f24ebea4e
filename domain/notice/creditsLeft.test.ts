import fc from 'fast-check'
import { creditsLeft, type Entry } from './creditsLeft'

const line = (kind: Entry['kind'], at: number): Entry => ({ id: `${kind}:${at}`, kind, at })

test.each<[string, Entry[], number, number]>([
  ['told by both', [line('asked', 1), line('pushed', 2)], 0, 1],
  ['told by one of them each', [line('asked', 1), line('pushed', 2), line('pushed', 3)], -1, 2],
  ['refused after', [line('asked', 1), line('emptied', 2)], 1, 0],
  ['refused before the second', [line('asked', 1), line('emptied', 2), line('asked', 3)], 2, 1],
  ['allowed before it was refused, and told by the phone after', [line('pushed', 1), line('emptied', 2), line('asked', 3)], 0, 0],
  ['one used, before it was refused', [line('asked', 1), line('sent', 2), line('emptied', 3), line('asked', 4)], 2, 1],
  ['one used and given back', [line('asked', 1), line('sent', 2), line('returned', 2)], 1, 1],
  ['the phone’s first line is not kept any more', [line('asked', 3), line('pushed', 1), line('pushed', 3)], 0, 2],
])('%s', (_what, lines, ahead, left) => {
  expect(creditsLeft(lines, ahead)).toBe(left)
  expect(creditsLeft([...lines].reverse(), ahead)).toBe(left)
})

/** The number as it is counted when everything is heard of as it happens. */
function counted(happened: readonly Entry['kind'][]): { lines: Entry[]; left: number; ahead: number } {
  const lines: Entry[] = []
  let [left, asked, pushed, since] = [0, 0, 0, 0]
  happened.forEach((kind, i) => {
    const at = i + 1
    if (kind === 'asked' || kind === 'pushed') {
      const before = Math.max(asked, pushed)
      if (kind === 'asked') asked += 1
      else pushed += 1
      left += Math.max(asked, pushed) - before
    } else if (kind === 'emptied') [left, since] = [0, at]
    else if (kind === 'sent') {
      if (left === 0) return
      left -= 1
    } else {
      const sent = lines.filter(l => l.kind === 'sent' && l.at > since && !lines.some(back => back.kind === 'returned' && back.at === l.at)).at(-1)
      if (!sent) return
      left += 1
      lines.push(line('returned', sent.at))
      return
    }
    lines.push(line(kind, at))
  })
  return { lines, left, ahead: asked - pushed }
}

test('in whatever order it is heard of, it comes to what it would have in the order in which it happened', () => {
  const kinds = fc.array(fc.constantFrom<Entry['kind']>('asked', 'pushed', 'asked', 'pushed', 'sent', 'returned', 'emptied'), { maxLength: 40 })
  const shuffled = kinds.chain(happened => {
    const told = counted(happened)
    return fc.shuffledSubarray(told.lines, { minLength: told.lines.length }).map(lines => ({ ...told, lines }))
  })
  fc.assert(fc.property(shuffled, ({ lines, left, ahead }) => { expect(creditsLeft(lines, ahead)).toBe(left) }), { numRuns: 1000 })
})
