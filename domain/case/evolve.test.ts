import { effectiveAtOf } from './effect'
import { replay } from './evolve'
import { act, filedCase, LEADER, RESIDENT, SUPPLIER } from './exampleCase'

const options = [{ remedy: 'refund' as const, refund: 500 }]

it('what a supplier proposed and the resident took is admitted, not claimed again', () => {
  const asked = act(filedCase(), LEADER, { type: 'forward', words: '' })
  const agreed = act(act(asked, SUPPLIER, { type: 'offer', options, words: '' }), RESIDENT, { type: 'agree', option: 0 })
  expect(agreed.state).toMatchObject({ money: 'due', amount: 500, recovery: 'admitted', claimedFromSupplier: 500 })
})

it('what the leader offered is still claimed from the supplier', () => {
  const agreed = act(act(filedCase(), LEADER, { type: 'offer', options, words: '' }), RESIDENT, { type: 'agree', option: 0 })
  expect(agreed.state).toMatchObject({ money: 'due', amount: 500, recovery: 'claimed' })
})

it('what a leader did on a case of their own they know of', () => {
  const [filed] = filedCase().events
  if (filed?.type !== 'Filed') throw new Error('a case begins with Filed')
  const own = act(replay([{ ...filed, by: { ...filed.by, personId: LEADER.personId } }]), LEADER, { type: 'settle' })
  expect(own.state).toMatchObject({ residentId: LEADER.personId, money: 'due', toTell: null })
  expect(own.state.told?.at(-1)).toEqual({ upTo: effectiveAtOf(own.events[1]!), at: effectiveAtOf(own.events[1]!) })
  expect(act(filedCase(), LEADER, { type: 'settle' }).state.toTell).toEqual(expect.any(Number))
})
