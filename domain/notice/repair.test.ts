import { genericFields, repairedFields } from './repair'
import { fitField } from './limits'
import { TEMPLATES_FOR, type TemplateKey } from './templates'
import { FIELDS } from './fields'

const NOW = Date.UTC(2026, 8, 24, 2)
const ALL = [...new Set(Object.values(TEMPLATES_FOR).flat())]
const data = (template: TemplateKey) => Object.fromEntries(Object.keys(FIELDS[template]).map(field => [field, 'x']))

it('what is said of anything says of how many, within the limits of each field', () => {
  for (const template of ALL) {
    for (const count of [1, 3, 500]) {
      const fields = genericFields(template, data(template), { count, now: NOW })
      for (const [field, value] of Object.entries(fields)) expect(fitField(field, value)).toBe(value)
      if (count > 1 && template !== 'result' && template !== 'refund') expect(fields['thing1']).toContain(`${count} 件`)
    }
  }
  expect(repairedFields('toHandle', { thing1: '草莓 等 3 件' }, 'thing1', { count: 3, now: NOW })).toEqual({ thing1: '有 3 件事等您处理，请点开看' })
})

it.each([['2026-11-23 12:05', '2026年11月23日 12:05'], ['-', '2026年9月24日 10:00']])('the time %s is a time still', (time3, written) => {
  expect(repairedFields('toHandle', { thing1: '草莓', time3 }, 'time3', { count: 1, now: NOW })).toEqual({ thing1: '草莓', time3: written })
})
