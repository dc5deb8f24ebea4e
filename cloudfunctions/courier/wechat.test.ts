import { errCodeOf } from './wechat'

it('what WeChat says of being busy is no breakdown of the SDK, after which nobody knows', () => {
  expect(errCodeOf(Object.assign(new Error('openapi.subscribeMessage.send:fail'), { errCode: -1, errMsg: 'openapi.subscribeMessage.send:fail system error' }))).toBe(-1)
  expect(errCodeOf(Object.assign(new TypeError("Cannot read properties of undefined (reading 'trim')"), { errCode: -1 }))).toBeUndefined()
  expect(errCodeOf(Object.assign(new Error('x'), { errCode: 43101, errMsg: 'x' }))).toBe(43101)
  expect([errCodeOf(new Error('x')), errCodeOf(null)]).toEqual([undefined, undefined])
})
