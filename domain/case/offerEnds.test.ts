import { act, ask, filedCase, HOUR, lastAt, LEADER, RESIDENT } from './exampleCase'

describe('an offer that ends', () => {
  it('leaves an hour after it is known', () => {
    const c = filedCase()
    const until = (ms: number) => ask(c, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, until: lastAt(c) + HOUR + ms }], words: '' })
    expect(until(HOUR)).toMatchObject({ refusal: { code: 'BAD_TIME', field: 'command.options.0.until' } })
    expect(until(HOUR + 10_000)).toMatchObject({ events: [{ type: 'Offered' }] })
  })
})

it('goods do not go back with the van', () => {
  const c = act(act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1260 }], words: '' }), RESIDENT, { type: 'agree', option: 0 })
  expect(ask(c, RESIDENT, { type: 'sendReturn', way: 'nextDelivery', waybill: '', words: '', photos: [] })).toMatchObject({ refusal: { code: 'BAD_WAY', field: 'command.way' } })
})
