import type { Warning } from '../hazard/warning'
import { supplierNotice, warningNotice } from './hazard'

const warning: Warning = { words: '有人吃了拉肚子', doThis: 'keepAside', caseId: null, startedAt: Date.UTC(2026, 10, 22, 2), startedBy: { party: 'leader', personId: 'chen' }, state: 'active', held: true, suppliersTold: [], lifted: null }
const about = { warningId: 'ab12cd34ef', title: '【丹东99草莓】顺丰冷链，超大果，一盒两斤', warning }

test('says first of all not to use it, fits WeChat, and opens the warning', () => {
  expect(warningNotice(about, 'started', 'wang')).toMatchObject({
    _id: 'ab12cd34ef:started:wang', as: 'resident', title: '先别吃、先别用！【丹东99草莓】顺丰冷链，超大果，一盒两斤', body: '有人吃了拉肚子。别吃、别用，单独放好，等团长的消息',
    page: 'pages/warning/index?id=ab12cd34ef', copy: 'due', template: 'progress', data: { thing3: '先别吃、先别用！【丹东99草莓】顺丰冷链', character_string2: 'AB12CD34', time4: '2026-11-22 10:00' },
  })
  expect(Object.values(warningNotice(about, 'started', 'wang').data).every(value => value.length <= 32)).toBe(true)
})

test('its end is another message; a supplier is told of no household', () => {
  const over = { ...about, warning: { ...warning, lifted: { at: 9, by: warning.startedBy, words: '查过了，没事' } } }
  expect(warningNotice(over, 'lifted', 'wang')).toMatchObject({ _id: 'ab12cd34ef:lifted:wang', body: '查过了，没事', at: 9 })
  expect(supplierNotice(about, 'started', 'laoli')).toMatchObject({ as: 'supplier', page: 'packages/supplier/cases/index', title: expect.stringContaining('先停发') as string })
  expect(supplierNotice(over, 'lifted', 'laoli')._id).not.toBe(supplierNotice(about, 'started', 'laoli')._id)
})
