import fc from 'fast-check'
import { isPartysCommand } from '../case/allowed'
import { COMMAND_TYPES } from '../case/exampleHistories'
import type { Community } from '../orders/order'
import { CAPABILITY_CODES, capabilityTrouble, deskReached, isCapable, manages, MOST_OPERATORS, NEEDS, operatorOf, operatorsOf, withChanged, withOperator, withoutOperator, type Capability, type Desk, type Operator } from './desk'
import type { StoredPerson } from './person'
import { inForce } from './team'

const operator = (personId: string, capabilities: Capability[] = ['support'], more: Partial<Operator> = {}): Operator => ({ personId, name: personId, capabilities, limit: 5000, since: 1, ...more })
const deskOf = (...members: Operator[]): Desk => ({ _id: 'desk-1', name: '邻里平台', phone: '', members: Object.fromEntries(members.map(m => [m.personId, m])), communityIds: ['c1', 'c2'], createdAt: 0, version: 1 })

describe('which capability a command needs', () => {
  it.each<[Capability[], Parameters<typeof isCapable>[1], boolean]>([
    [['support'], 'settle', true], [['complaints'], 'settle', true], [['logistics'], 'settle', false], [['training', 'management'], 'reject', false],
    [['training'], 'decideAppeal', true], [['management'], 'decideAppeal', true], [['complaints'], 'decideAppeal', true], [['support'], 'decideAppeal', false],
    [['support'], 'reassign', false], [['complaints'], 'investigate', true], [['management'], 'reassign', true],
    [['support', 'complaints'], 'receiveReturn', false], [['logistics'], 'sendReplacement', true], [[], 'undo', false], [['logistics'], 'undo', true], [['support'], 'withdraw', false],
  ])('%j, %s: %s', (capabilities, command, may) => {
    expect(isCapable(capabilities, command)).toBe(may)
  })

  it('says whom to turn to, or that no desk does it at all', () => {
    expect(capabilityTrouble(['logistics'], 'settle')).toEqual({ code: 'NOT_YOUR_CAPABILITY', message: '这一步归「客服」或「投诉」，请转给他们', field: 'command.type' })
    expect(capabilityTrouble([...CAPABILITY_CODES], 'withdraw')).toMatchObject({ code: 'NOT_YOUR_CAPABILITY', message: '这一步不归平台做' })
    expect(capabilityTrouble(['support'], 'settle')).toBeNull()
  })

  it('is named for every command that an operator may give, and for no other', () => {
    expect(Object.keys(NEEDS).sort()).toEqual(COMMAND_TYPES.filter(command => isPartysCommand('operator', command)).sort())
    for (const needs of Object.values(NEEDS)) expect(needs.length).toBeGreaterThan(0)
  })
})

describe('the people of a desk', () => {
  const boss = operator('boss', ['management'])

  it('come in once, are changed, and go', () => {
    const desk = { ...deskOf(boss), members: withOperator(deskOf(boss), operator('tang', ['complaints', 'support', 'support'], { since: 2 })) as Desk['members'] }
    expect(operatorsOf(desk).map(m => [m.personId, m.capabilities])).toEqual([['boss', ['management']], ['tang', ['support', 'complaints']]])
    expect(withOperator(desk, operator('tang'))).toMatchObject({ code: 'ALREADY_IN' })
    expect(withChanged(desk, 'tang', { capabilities: ['logistics'], limit: null })).toMatchObject({ tang: { capabilities: ['logistics'], limit: null, name: 'tang', since: 2 } })
    expect(withChanged(desk, 'nobody', { capabilities: ['support'], limit: 1 })).toMatchObject({ code: 'NOT_FOUND' })
    expect(withoutOperator(desk, 'tang')).toEqual(deskOf(boss).members)
    expect(withoutOperator(desk, 'nobody')).toBe(desk.members)
  })

  it('are not found by a name that objects have by nature', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect([operatorOf(deskOf(boss), name), manages(deskOf(boss), name)]).toEqual([null, false])
  })

  it('are told of what they can do something about; where nobody can, all are', () => {
    const desk = deskOf(boss, operator('tang', ['support']), operator('wu', ['logistics']))
    expect([deskReached(desk, 'settle'), deskReached(desk, 'decideAppeal'), deskReached(deskOf(boss), 'settle')]).toEqual([['tang'], ['boss'], ['boss']])
  })

  it('are so many at most', () => {
    const full = deskOf(boss, ...Array.from({ length: MOST_OPERATORS - 1 }, (_, i) => operator(`m${i}`)))
    expect(withOperator(full, operator('one-more'))).toMatchObject({ code: 'DESK_FULL' })
  })

  it('keep somebody who manages, whatever is done in whatever order', () => {
    const step = fc.record({ what: fc.constantFrom('in', 'change', 'out'), who: fc.constantFrom('boss', 'a', 'b', 'c'), capabilities: fc.subarray(CAPABILITY_CODES, { minLength: 1 }) })
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), steps => {
      let desk = deskOf(boss)
      for (const { what, who, capabilities } of steps) {
        const next = what === 'in' ? withOperator(desk, operator(who, capabilities)) : what === 'change' ? withChanged(desk, who, { capabilities, limit: null }) : withoutOperator(desk, who)
        if (typeof next['code'] !== 'string') desk = { ...desk, members: next as Desk['members'] }
        expect(operatorsOf(desk).some(m => manages(desk, m.personId))).toBe(true)
      }
    }))
  })
})

describe('an operator\'s role in force', () => {
  const stored = (...roles: StoredPerson['roles']): StoredPerson => ({ _id: 'tang', openid: null, name: '', roles, createdAt: 0 })
  const entry = { role: 'operator' as const, deskId: 'desk-1' }
  const served = (_id: string, deskId?: string): Pick<Community, '_id' | 'deskId'> => ({ _id, ...(deskId === undefined ? {} : { deskId }) })
  const rolesOf = (person: StoredPerson, desks: Desk[], communities: Pick<Community, '_id' | 'deskId'>[]) => inForce(person, { communities: [], desks, served: communities }).roles

  it('is what the desk says, in the communities that say they are served by it', () => {
    const desk = deskOf(operator('tang', ['complaints'], { limit: null }))
    expect(rolesOf(stored(entry), [desk], [served('c1', 'desk-1'), served('c2')])).toEqual([{ role: 'operator', deskId: 'desk-1', deskName: '邻里平台', communityIds: ['c1'], capabilities: ['complaints'], limit: null, names: { tang: 'tang' }, appealDeciders: ['tang'], onSide: {} }])
    // Both have to agree: a desk that names a community serves it as little as one that is named by one.
    expect(rolesOf(stored(entry), [desk], [served('c1', 'desk-2'), served('c9', 'desk-1')])).toMatchObject([{ communityIds: [] }])
  })

  it('is none where the desk has nobody of that name, is gone, or was not read; a second entry counts once', () => {
    expect(rolesOf(stored(entry), [deskOf(operator('boss', ['management']))], [served('c1', 'desk-1')])).toEqual([])
    expect(rolesOf(stored(entry), [], [served('c1', 'desk-1')])).toEqual([])
    expect(inForce(stored(entry), { communities: [] }).roles).toEqual([])
    expect(rolesOf(stored(), [deskOf(operator('tang'))], [served('c1', 'desk-1')])).toEqual([])
    expect(rolesOf(stored(entry, entry), [deskOf(operator('tang'))], [served('c1', 'desk-1')])).toHaveLength(1)
  })
})
