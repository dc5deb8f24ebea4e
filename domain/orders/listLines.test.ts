import type { ChatProposal } from './chatReading'
import { EVERYDAY, LIST_LINES } from './chat/listLines'
import { readChat } from './readChat'

/** What is not said may be left open by a proposal, never filled in with certainty. */
function fits(p: ChatProposal, truth: string): boolean {
  const [joinNumber = '', productId = '', reason = '', pieces = ''] = truth.split(' ')
  const home = joinNumber === '?' || p.candidates.some(c => c.orderId === joinNumber && (productId === '?' || c.lineId === productId))
  if (p.certainty !== 'sure') return p.candidates.length === 0 || home
  return home && [joinNumber, productId, reason, pieces].every(part => part !== '?') && p.reason === reason && String(p.pieces) === pieces
}

function judge([text, ...truth]: (typeof LIST_LINES)[number]) {
  const { proposals } = readChat(text, EVERYDAY)
  const sure = proposals.filter(p => p.certainty === 'sure')
  return {
    seen: proposals.map(p => `${p.certainty} ${p.candidates.map(c => `${c.orderId}/${c.lineId}`).join(' ')} ${p.reason ?? '?'} ${p.pieces ?? '?'} ${p.why.join('；')}`),
    right: sure.filter(p => truth.some(t => fits(p, t))).length,
    uncertain: proposals.length - sure.length,
    wrong: sure.filter(p => !truth.some(t => fits(p, t))).length,
    missed: truth.filter(t => !proposals.some(p => fits(p, t))).length,
  }
}

describe('lines of a 接龙', () => {
  it.each(LIST_LINES.map(line => [line[0], line] as const))('%j', (_text, line) => {
    const { seen, wrong, missed } = judge(line)
    expect({ seen, wrong, missed }).toEqual({ seen, wrong: 0, missed: 0 })
  })

  it('as figures: right, left to the leader, wrong, missed', () => {
    const all = LIST_LINES.map(judge)
    const total = (of: (j: ReturnType<typeof judge>) => number) => all.reduce((sum, j) => sum + of(j), 0)
    const plainly = LIST_LINES.reduce((sum, [, ...truth]) => sum + truth.filter(t => !t.includes('?')).length, 0)
    const figures = { pasted: LIST_LINES.length, plainlySaid: plainly, right: total(j => j.right), uncertain: total(j => j.uncertain), wrong: total(j => j.wrong), missed: total(j => j.missed) }
    process.stdout.write(`lines of a 接龙: ${JSON.stringify(figures)}\n`)
    if (process.env.SHOW === '1') for (const [i, j] of all.entries()) process.stdout.write(`${JSON.stringify(LIST_LINES[i])}\n   ${j.wrong ? 'WRONG ' : ''}${j.missed ? 'MISSED ' : ''}${j.seen.join('\n   ')}\n`)
    expect(figures).toMatchObject({ wrong: 0, missed: 0 })
  })
})
