import { FIELDS } from './fields'
import { genericFields } from './repair'
import type { TemplateKey } from './templates'

const TEMPLATES = Object.keys(FIELDS) as TemplateKey[]

it('what is said of anything keeps the number where it is about many', () => {
  for (const template of TEMPLATES.filter(t => t !== 'result' && t !== 'refund')) {
    expect(genericFields(template, {}, 12)['thing1']).toContain('12 件')
    expect(genericFields(template, {}, 1)['thing1']).not.toMatch(/\d/)
  }
})

it('it fits, and has no words but these; numbers and times stay', () => {
  for (const template of TEMPLATES) {
    const data = Object.fromEntries(Object.keys(FIELDS[template]).map(field => [field, 'x']))
    for (const [field, value] of Object.entries(genericFields(template, data, 999))) {
      expect(value.length).toBeLessThanOrEqual(20)
      expect(value === 'x').toBe(!/^(thing|phrase)/.test(field))
    }
  }
})
