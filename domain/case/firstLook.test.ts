import fc from 'fast-check'
import { firstLook, type Around } from './firstLook'
import { ABOUT_CODES, CLASS_CODES } from './reasons'

const around = (over: Partial<Around> = {}): Around => ({ desk: false, leaderId: 'leader', helpers: [], helperLeaders: ['gatherer'], supplierPeople: ['guo'], ...over })

it.each([
  ['hazard', undefined, { desk: true }, ['operator', 'operator', []]],
  ['hazard', undefined, {}, ['leader', 'leader', []]],
  ['quality', undefined, { desk: true }, ['leader', 'leader', []]],
  ['service', 'leader', { desk: true, helpers: ['husband'] }, ['operator', 'operator', ['leader', 'husband', 'gatherer']]],
  ['service', 'leader', { helpers: ['husband'] }, ['leader', 'helper', ['leader']]],
  ['service', 'helper', { helpers: ['husband'] }, ['leader', 'leader', ['husband', 'gatherer']]],
  ['service', 'supplier', {}, ['leader', 'leader', ['guo']]],
  ['service', 'supplier', { supplierPeople: ['leader'], helpers: ['husband'] }, ['leader', 'helper', ['leader']]],
  ['service', 'operator', { desk: true }, ['leader', 'leader', []]],
] as const)('%s about %p, with %j', (caseClass, about, here, [heldBy, looks, hiddenFrom]) => {
  expect(firstLook(caseClass, about, around(here))).toEqual({ heldBy, looks, hiddenFrom })
})

it('nobody else is there: nobody is named in their place', () => {
  expect(firstLook('service', 'leader', around())).toBeNull()
  expect(firstLook('service', 'supplier', around({ supplierPeople: ['leader'] }))).toBeNull()
})

it('whoever looks is never one of those from whom it is hidden', () => {
  const people = fc.uniqueArray(fc.constantFrom('leader', 'husband', 'guo', 'gatherer'), { maxLength: 3 })
  fc.assert(fc.property(fc.constantFrom(...CLASS_CODES), fc.constantFrom(...ABOUT_CODES), fc.record({ desk: fc.boolean(), leaderId: fc.constant('leader'), helpers: people, helperLeaders: people, supplierPeople: people }), (caseClass, about, here) => {
    const look = firstLook(caseClass, about, here)
    if (!look || look.heldBy === 'operator') return
    const lookers = look.looks === 'leader' ? ['leader'] : here.helpers.filter(id => !look.hiddenFrom.includes(id))
    expect(lookers.length).toBeGreaterThan(0)
    for (const id of lookers) expect(look.hiddenFrom).not.toContain(id)
  }))
})
