import { TEMPLATES_FOR } from '../templates'
import { aboutOf, fallbackMark, fallsBack, wechatDidNot } from './fallback'
import { maskEmail, maskPhone } from './maskContact'
import { LONGEST_PARAMETER, urgentParameters } from './sms'
import type { Told } from './told'
import { isUrgent } from './urgent'

it('those who work with cases have other ways, residents have not', () => {
  expect([...Object.keys(TEMPLATES_FOR), 'system'].filter(as => fallbackMark(as as 'leader').fallback)).toEqual(['leader', 'supplier', 'operator'])
})

it('what was not true any more when its turn came, or had been read, is not said another way; every refusal of WeChat is', () => {
  for (const why of ['outdated', 'read']) expect(fallsBack(why)).toBe(false)
  for (const why of ['noCredit', '43101', 'notInWeChat', '43107', '47003', 'broken']) expect(fallsBack(why)).toBe(true)
})

it('what somebody does not want by WeChat, WeChat did not fail to bring; nor what it took, or may take yet', () => {
  const did = (copy: 'none' | 'failed' | 'due' | 'unknown' | 'sent', copyError: string) => wechatDidNot({ copy, copyError })
  expect([did('none', 'noCredit'), did('none', 'notInWeChat'), did('failed', '47003')]).toEqual([true, true, true])
  expect([did('none', 'off'), did('none', ''), did('due', '-1'), did('unknown', 'lost'), did('sent', '')]).toEqual([false, false, false, false, false])
})

it('what is told to several people is about one thing', () => {
  expect(aboutOf({ _id: 'case:3:leader:p1', personId: 'p1' })).toBe('case:3:leader')
  expect(aboutOf({ _id: 'warn:supplier:started:p1', personId: 'p1' })).toBe('warn:supplier:started')
})

it('a nudge is about its half hour and role, whoever is nudged; later ones come later as text, after the millionth as before', () => {
  const about = (as: string, personId: string, n: number) => aboutOf({ _id: `nudge:${as}:${personId}:${n}`, personId })
  expect(about('leader', 'p1', 999_999)).toBe(about('leader', 'p2', 999_999))
  expect(about('supplier', 'p1', 999_999)).not.toBe(about('leader', 'p1', 999_999))
  const rounds = [999_998, 999_999, 1_000_000, 1_000_001].map(n => about('leader', 'p1', n))
  expect([...rounds].sort()).toEqual(rounds)
})

it('a danger that a supplier is told of is urgent, its end is not, what is about no case and no danger is not', () => {
  const warned = (news: string) => isUrgent({ _id: `warn:supplier:${news}:p1`, caseId: '', template: 'progress' }, undefined)
  expect([warned('started'), warned('lifted')]).toEqual([true, false])
  expect(isUrgent({ _id: 'alarm:43107:t:2026-11-22:p1', caseId: '', template: null }, undefined)).toBe(false)
})

const NOW = Date.UTC(2026, 10, 22, 4)
let cases = 0
const told = (dueAt: number | null, id = `c${cases++}`): Told => ({ cases: [id], goods: '草莓', groupBuy: '', dueAt, nudge: false, urgent: true, hazard: true, wechatDidNot: true, title: '', body: '' })

it('a text message has a number and a time, as short as every template takes', () => {
  expect(urgentParameters([told(NOW + 3600_000), told(null)], NOW)).toEqual(['2', '11-22 13:00'])
  expect(urgentParameters([told(NOW, 'a'), told(NOW, 'a')], NOW)[0]).toBe('1')
  for (const parameter of urgentParameters(Array.from({ length: 5000 }, () => told(NOW - 1)), NOW)) expect(parameter.length).toBeLessThanOrEqual(LONGEST_PARAMETER)
})

it('an address is shown so that only its owner knows which it is', () => {
  expect(maskEmail('chenjie@qq.com')).toBe('c***@qq.com')
  expect(maskPhone('13812345678')).toBe('138****5678')
})
