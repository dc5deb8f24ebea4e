import { render } from '@testing-library/react'
import { AtStake } from './AtStake'

const words = (claimed: [number, number], undecided: [number, number], cases: number) =>
  render(<AtStake claimed={{ cases: claimed[0], fen: claimed[1] }} undecided={{ cases: undecided[0], fen: undecided[1] }} cases={cases} />).container.textContent

test('says which of the cases each sum is for', () => {
  expect(words([20, 97_305], [4, 19_960], 24)).toBe('24 笔 · 20 笔要您承担 ¥973.05 · 4 笔团长还没定，可能 ¥199.60')
  expect(words([20, 97_305], [0, 0], 20)).toBe('20 笔 · 要您承担 ¥973.05')
  expect(words([0, 0], [4, 19_960], 4)).toBe('4 笔 · 团长还没定，可能 ¥199.60')
  expect(words([1, 500], [1, 0], 3)).toBe('3 笔 · 1 笔要您承担 ¥5.00 · 1 笔团长还没定 · 1 笔不用您承担')
  expect(words([0, 0], [0, 0], 2)).toBe('2 笔 · 不用您承担')
})
