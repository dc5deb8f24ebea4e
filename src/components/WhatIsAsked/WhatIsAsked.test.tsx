import { render } from '@testing-library/react'
import { exampleContext, exampleFiling, FILED_AT, filedCase, LEADER, SUPPLIER } from '../../../domain/case/exampleCase'
import { caseView } from '../../../domain/people/caseView'
import { WhatIsAsked } from './WhatIsAsked'

test('what was bought beside what is claimed', () => {
  const { container } = render(<WhatIsAsked view={caseView(filedCase(exampleFiling(), exampleContext()), LEADER, FILED_AT)} />)
  for (const words of ['【丹东99草莓】顺丰冷链', '坏了、烂了', '“一盒都压烂了”', '买了2 件付 ¥25.20', '有问题1 件要退 ¥12.60']) expect(container.textContent).toContain(words)
})

test('what was paid is not a supplier\'s business', () => {
  const { container } = render(<WhatIsAsked view={caseView(filedCase(), SUPPLIER, FILED_AT)} />)
  expect(container.textContent).not.toContain('25.20')
})
