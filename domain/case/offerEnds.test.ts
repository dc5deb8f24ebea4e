import { act, ask, filedCase, HOUR, lastAt, LEADER, RESIDENT } from './exampleCase'

describe('an offer that ends', () => {
  it('leaves an hour after it is known', () => {
    const c = filedCase()
    const until = (ms: number) => ask(c, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, until: lastAt(c) + HOUR + ms }], words: '' })
    expect(until(HOUR)).toMatchObject({ refusal: { code: 'BAD_TIME', field: 'command.options.0.until' } })
    expect(until(HOUR + 10_000)).toMatchObject({ events: [{ type: 'Offered' }] })
  })

  const review = filedCase()
  const offered = act(review, LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 300, until: lastAt(review) + 5 * HOUR }, { remedy: 'refund', refund: 200 }], words: '' }, { at: lastAt(review) + HOUR })
  const at = offered.state.decisionSince
  const told = (c: typeof offered, hours: number) => act(c, LEADER, { type: 'tell', how: 'phone' }, { at: at + hours * HOUR })
  const ends = (c: typeof offered) => c.state.offer?.options.map(o => (o.until === undefined ? null : Math.round((o.until - at) / HOUR * 100) / 100))

  it('ends as was said for who knows of it in time', () => {
    expect(ends(told(offered, 1.5))).toEqual([4, null])
  })

  it('begins anew for who learns of it when most of it is gone, or all', () => {
    expect(ends(told(offered, 3))).toEqual([7, null])
    const late = told(offered, 10)
    expect(ends(late)).toEqual([14, null])
    expect(ask(late, RESIDENT, { type: 'agree', option: 0 }, { at: at + 13 * HOUR })).toMatchObject({ events: [{ type: 'OfferAgreed', option: 0 }] })
    expect(ask(late, RESIDENT, { type: 'agree', option: 0 }, { at: at + 15 * HOUR })).toMatchObject({ refusal: { code: 'OFFER_OVER' } })
  })

  it('goes on for nobody by other news', () => {
    const known = told(offered, 1)
    const noted = act(known, LEADER, { type: 'note', words: '正在联系供货商', internal: false }, { at: at + 3.8 * HOUR })
    expect(ends(told(noted, 3.9))).toEqual([4, null])
  })
})

it('goods do not go back with the van', () => {
  const c = act(act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'returnRefund', refund: 1260 }], words: '' }), RESIDENT, { type: 'agree', option: 0 })
  expect(ask(c, RESIDENT, { type: 'sendReturn', way: 'nextDelivery', waybill: '', words: '', photos: [] })).toMatchObject({ refusal: { code: 'BAD_WAY', field: 'command.way' } })
})
