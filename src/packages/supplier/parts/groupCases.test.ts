import type { CaseCard } from '../../../../domain/people/caseView'
import { groupCases } from './groupCases'

const card = (what: Partial<CaseCard>): CaseCard => ({
  id: 'c', as: 'supplier', stage: 'waitingSupplier', holder: 'supplier', due: null, noDue: null, myDue: null, sooner: null, title: '草莓', spec: '2斤/盒', groupBuyTitle: '周六团',
  reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, quantity: 1, asked: 1000, amount: 0, remedy: null, agreedTo: null, late: false, channel: null, photo: null, filedAt: 0,
  bundle: { supplierId: 's1', groupBuyId: 'g1' }, buyer: null, joinNumber: null, recovery: { state: 'none', amount: 0, basis: 'retail', expected: 1000 }, ...what,
})
const due = (dueAt: number) => ({ clock: 'recovery' as const, party: 'supplier' as const, from: 0, dueAt })

describe('groupCases', () => {
  it('puts the same product of the same group-buy together, in the order given', () => {
    const groups = groupCases([card({ id: '1' }), card({ id: '2', title: '脐橙' }), card({ id: '3' }), card({ id: '4', groupBuyTitle: '周日团' })])
    expect(groups.map(g => g.cards.map(c => c.id))).toEqual([['1', '3'], ['2'], ['4']])
  })
  it('sums what is claimed, apart from it what may be, and nothing of what was refused', () => {
    const [group] = groupCases([card({ asked: 1000 }), card({ asked: 1000, recovery: { state: 'claimed', amount: 800, basis: 'cost', expected: 800 } }), card({ asked: 1000, stage: 'rejected', holder: null })])
    expect(group).toMatchObject({ claimed: { cases: 1, fen: 800 }, undecided: { cases: 1, fen: 1000 }, cards: { length: 3 } })
  })
  it('tells the earliest promise', () => {
    const [group] = groupCases([card({ myDue: due(20) }), card({ myDue: due(10) }), card({})])
    expect(group?.due?.dueAt).toBe(10)
  })
})
