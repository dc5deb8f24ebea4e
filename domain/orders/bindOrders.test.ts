import fc from 'fast-check'
import { bindOrders, ordersOfHousehold, triesLeft } from './bindOrders'
import type { Order } from './order'

const order = (id: string, different: Partial<Order> = {}): Order => ({
  _id: id, communityId: 'wty', groupBuyId: 'fruit', key: id, joinNumber: '7', buyer: '王阿姨', receiver: '王秀珍', phoneLast4: '6027', phoneHash: 'h1', room: '', pickupPoint: '',
  status: 'paid', total: 100, refunded: 0, paidAt: null, lines: [], residents: [], importedAt: 0, ...different,
})
const claim = { groupBuyId: 'fruit', joinNumber: '7', phoneLast4: '6027' }
const noon = Date.parse('2026-11-21T12:00:00+08:00')

test.each(['7', '07', ' 7号', '７', '#7'])('跟团号 written %s and the last four digits find the order', joinNumber => {
  const orders = [order('a'), order('b', { joinNumber: '17' }), order('c', { groupBuyId: 'bread' }), order('d', { phoneLast4: '1111', phoneHash: 'h2' })]
  expect(bindOrders({ ...claim, joinNumber }, orders, [], noon)).toMatchObject({ ok: true, matched: [{ _id: 'a' }] })
})

test('a wrong digit or number is one and the same refusal', () => {
  const wrongPhone = bindOrders({ ...claim, phoneLast4: '6028' }, [order('a')], [], noon)
  expect(wrongPhone).toMatchObject({ ok: false, code: 'BINDING_NOT_FOUND', triesLeft: 4, candidates: [] })
  expect(bindOrders({ ...claim, joinNumber: '8' }, [order('a')], [], noon)).toEqual(wrongPhone)
  expect(bindOrders({ ...claim, joinNumber: '', phoneLast4: '' }, [order('a', { joinNumber: '', phoneLast4: '', phoneHash: '' })], [], noon)).toEqual(wrongPhone)
})

test('a masked phone, or none, needs the leader', () => {
  const masked = order('a', { phoneHash: '' })
  expect(bindOrders(claim, [masked], [], noon)).toMatchObject({ ok: false, code: 'BINDING_NEEDS_LEADER', candidates: [{ _id: 'a' }] })
  expect(bindOrders(claim, [order('a', { phoneHash: '', phoneLast4: '' })], [], noon)).toMatchObject({ code: 'BINDING_NEEDS_LEADER' })
  expect(bindOrders({ ...claim, phoneLast4: '0000' }, [masked], [], noon)).toMatchObject({ code: 'BINDING_NOT_FOUND' })
})

test('five tries a Shanghai day, even for the right pair', () => {
  const tries = [1, 2, 3, 4, 5].map(minute => noon - minute * 60_000)
  expect(triesLeft(tries.slice(1), noon)).toBe(1)
  expect(bindOrders(claim, [order('a')], tries, noon)).toMatchObject({ ok: false, code: 'MANY_TRIES', triesLeft: 0 })
  expect(bindOrders(claim, [order('a')], tries, Date.parse('2026-11-22T00:00:00+08:00'))).toMatchObject({ ok: true })
  expect(bindOrders(claim, [order('a')], tries, Date.parse('2026-11-21T23:59:59+08:00'))).toMatchObject({ code: 'MANY_TRIES' })
})

describe('by name', () => {
  const byName = (name: string, phoneLast4 = '6027') => ({ groupBuyId: 'fruit', name, phoneLast4 })

  test.each(['王阿姨', '王秀珍', '王', ' 王 阿姨 '])('%s and the last four digits find the order', name => {
    const orders = [order('a'), order('b', { buyer: '李叔', receiver: '李强', phoneLast4: '1111', phoneHash: 'h2' })]
    expect(bindOrders(byName(name), orders, [], noon)).toMatchObject({ ok: true, matched: [{ _id: 'a' }] })
  })

  test.each([['欧阳', '欧阳娜娜', true], ['王', '小王家', false], ['王秀', '王秀珍', true], ['王秀珍', '王**', true], ['李秀珍', '王**', false], ['a', 'apple', false], ['Apple', 'APPLE', true], ['**', '**', true], ['', '', false]])('%s for %s: %s', (typed, shown, found) => {
    expect(bindOrders(byName(typed), [order('a', { buyer: '', receiver: shown })], [], noon).ok).toBe(found)
  })

  test('a wrong name and wrong digits are one and the same refusal, also where the phone is hidden', () => {
    const wrong = bindOrders(byName('赵'), [order('a')], [], noon)
    expect(wrong).toMatchObject({ ok: false, code: 'BINDING_NOT_FOUND', triesLeft: 4 })
    expect(bindOrders(byName('王', '0000'), [order('a')], [], noon)).toEqual(wrong)
    expect(bindOrders(byName('王'), [order('a', { phoneHash: '', phoneLast4: '' })], [], noon)).toEqual(wrong)
    expect(bindOrders(byName('王', '0000'), [order('a', { phoneHash: '' })], [], noon)).toEqual(wrong)
    expect(bindOrders(byName('王'), [order('a', { phoneHash: '' })], [], noon)).toMatchObject({ code: 'BINDING_NEEDS_LEADER' })
  })

  test('several orders of one phone are one household; of two phones the number has to say which', () => {
    expect(bindOrders(byName('王'), [order('a'), order('b', { joinNumber: '8' })], [], noon)).toMatchObject({ ok: true, matched: [{ _id: 'a' }, { _id: 'b' }] })
    const two = [order('a'), order('b', { joinNumber: '8', phoneHash: 'h2', buyer: '王伯' })]
    expect(bindOrders(byName('王'), two, [], noon)).toMatchObject({ ok: false, code: 'BINDING_NEEDS_NUMBER', candidates: [] })
    // Somebody whose phone is hidden may be another household.
    expect(bindOrders(byName('王'), [order('a'), order('b', { phoneHash: '' })], [], noon)).toMatchObject({ code: 'BINDING_NEEDS_NUMBER' })
    expect(bindOrders({ ...claim, joinNumber: '8' }, two, [], noon)).toMatchObject({ ok: true, matched: [{ _id: 'b' }] })
  })
})

test('where too many tried, right and wrong are one and the same answer, and the leader hears of the right ones only', () => {
  const crowded = (phoneLast4: string, joinNumber = '7') => bindOrders({ groupBuyId: 'fruit', joinNumber, phoneLast4 }, [order('a')], [], noon, true)
  const right = crowded('6027')
  expect(right).toMatchObject({ ok: false, code: 'BINDING_NEEDS_LEADER', triesLeft: 4, candidates: [{ _id: 'a' }] })
  for (const wrong of [crowded('6028'), crowded('6027', '8')]) expect(wrong).toEqual({ ...right, candidates: [] })
})

test('the rest of the household: same community, same whole phone, nothing else', () => {
  const matched = [order('a')]
  const others = [order('b', { groupBuyId: 'bread' }), order('c', { phoneHash: 'h2' }), order('d', { communityId: 'other' }), order('e', { phoneHash: '' })]
  expect(ordersOfHousehold(matched, [...matched, ...others]).map(each => each._id)).toEqual(['b'])
  expect(ordersOfHousehold([order('a', { phoneHash: '' })], [order('b', { phoneHash: '' })])).toEqual([])
})

test('nobody binds an order of another 跟团号 or phone', () => {
  const digits = fc.constantFrom('6027', '6028', '', 'abcd')
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: 3 }), digits, fc.boolean())), fc.nat({ max: 3 }), digits, (all, joinNumber, phoneLast4) => {
    const orders = all.map(([number, last4, masked], index) => order(String(index), { joinNumber: String(number), phoneLast4: last4, phoneHash: masked ? '' : 'h' }))
    const binding = bindOrders({ groupBuyId: 'fruit', joinNumber: String(joinNumber), phoneLast4 }, orders, [], noon)
    if (binding.ok) for (const each of binding.matched) expect(each).toMatchObject({ joinNumber: String(joinNumber), phoneLast4 })
  }))
})
