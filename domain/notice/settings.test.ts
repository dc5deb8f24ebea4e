import fc from 'fast-check'
import { KINDS_FOR, NOTICE_KINDS, type Told } from './kinds'
import { CHANNELS, CHANNELS_FOR, choose, isWanted, usualSettings } from './settings'

const ROLES = Object.keys(KINDS_FOR) as Told[]

test('usually everything comes by WeChat and by mail, a group hears what is to be done, and a phone rings for a danger or what was escalated', () => {
  const usual = usualSettings()
  for (const as of ROLES) for (const kind of KINDS_FOR[as]) expect(isWanted(usual, as, kind, 'wechat')).toBe(true)
  const goes = (channel: 'robot' | 'email' | 'sms') => KINDS_FOR.supplier.filter(kind => isWanted(usual, 'supplier', kind, channel))
  expect([goes('robot'), goes('email'), goes('sms')]).toEqual([['hazard', 'toHandle', 'reminder'], KINDS_FOR.supplier, ['hazard']])
  expect(isWanted(usual, 'supplier', 'progress', 'sms', true)).toBe(true)
  expect(isWanted({ ...usual, choices: { supplier: { progress: { sms: false } } } }, 'supplier', 'progress', 'sms', true)).toBe(false)
  expect(KINDS_FOR.resident.some(kind => isWanted(usual, 'resident', kind, 'sms'))).toBe(false)
  expect(isWanted(usual, 'operator', 'toHandle', 'robot')).toBe(false)
})

test('a danger cannot be switched off, nor what a role does not get', () => {
  const usual = usualSettings()
  expect(choose(usual, 'resident', 'hazard', 'wechat', false)).toBeNull()
  expect(choose(usual, 'leader', 'refund', 'wechat', false)).toBeNull()
  expect(choose(usual, 'resident', 'result', 'sms', true)).toBeNull()
  expect(isWanted({ quiet: null, choices: { resident: { hazard: { wechat: false } } } }, 'resident', 'hazard', 'wechat')).toBe(true)
})

test('a choice changes that one thing and nothing else, and chosen back it leaves no trace', () => {
  fc.assert(fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...NOTICE_KINDS), fc.constantFrom(...CHANNELS), fc.boolean(), (as, kind, channel, wanted) => {
    const usual = usualSettings()
    const chosen = choose(usual, as, kind, channel, wanted)
    if (!chosen) return
    for (const role of ROLES) for (const k of KINDS_FOR[role]) for (const by of CHANNELS_FOR[role]) {
      expect(isWanted(chosen, role, k, by)).toBe(role === as && k === kind && by === channel ? wanted : isWanted(usual, role, k, by))
    }
    const back = choose(chosen, as, kind, channel, isWanted(usual, as, kind, channel))
    expect(back?.choices[as]?.[kind]).toEqual({})
  }))
})
