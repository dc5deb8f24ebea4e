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
