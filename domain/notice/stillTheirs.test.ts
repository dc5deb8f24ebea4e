import type { Person, Role } from '../people/person'
import type { Told } from './kinds'
import { isStillTheirs } from './stillTheirs'

const person = (...roles: Role[]): Person => ({ _id: 'p', openid: null, name: '', roles, createdAt: 0 })
const state = { residentId: 'wang', communityId: 'community-1', supplierId: 'supplier-1' as string | null }
const LEADER: Role = { role: 'leader', communityId: 'community-1' }
const HELPER: Role = { role: 'helper', communityId: 'community-1', limit: 5000 }
const SUPPLIER: Role = { role: 'supplier', supplierId: 'supplier-1', communityId: 'community-1' }
const DESK: Role = { role: 'operator', deskId: 'desk-1', deskName: '', communityIds: ['community-1'], capabilities: ['support'], limit: null }

const ROWS: [Told, Role][] = [['leader', LEADER], ['leader', HELPER], ['supplier', SUPPLIER], ['operator', DESK]]

it.each(ROWS)('a %s is told of a case and of what is late as long as they have the role (%j)', (as, role) => {
  for (const [_id, about] of [[`c:1:${as}:p`, { state, warnedSuppliers: null }], [`nudge:${as}:p:7`, { state: null, warnedSuppliers: null }]] as const) {
    expect(isStillTheirs({ _id, as }, about, person(role))).toBe(true)
    expect(isStillTheirs({ _id, as }, about, person())).toBe(false)
    for (const [other, elsewhere] of ROWS) if (other !== as) expect(isStillTheirs({ _id, as }, about, person(elsewhere))).toBe(false)
  }
})

it('a case is told to whose it is, and to nobody from whom it is hidden', () => {
  const told = (as: Told, c: typeof state & { hiddenFrom?: string[]; hiddenIn?: string }, who: Person) => isStillTheirs({ _id: `c:1:${as}:${who._id}`, as }, { state: c, warnedSuppliers: null }, who)
  expect([told('resident', { ...state, residentId: 'p' }, person()), told('resident', state, person(LEADER))]).toEqual([true, false])
  expect([told('leader', { ...state, hiddenFrom: ['p'] }, person(LEADER)), told('operator', { ...state, hiddenIn: 'community-1' }, person(DESK, LEADER)), told('operator', { ...state, hiddenIn: 'community-1' }, person(DESK))]).toEqual([false, false, true])
})

it('a warning is told to who bought it, and to who acts for a supplier of it', () => {
  const warned = (as: Told, warnedSuppliers: string[], ...roles: Role[]) => isStillTheirs({ _id: as === 'supplier' ? 'w:supplier:started:p' : 'w:started:p', as }, { state: null, warnedSuppliers }, person(...roles))
  expect([warned('resident', ['supplier-1']), warned('supplier', ['supplier-1'], SUPPLIER), warned('supplier', ['supplier-1']), warned('supplier', ['supplier-2'], SUPPLIER)]).toEqual([true, true, false, false])
})
