import { fireEvent, render, screen } from '@testing-library/react'
import { AskEvidenceSheet } from './AskEvidenceSheet'

const show = (onSend = jest.fn()) => { render(<AskEvidenceSheet open onClose={jest.fn()} busy={false} said={null} phrases={['不着急。']} onSend={onSend} />); return onSend }

test('nothing is asked before it is said what', () => {
  const onSend = show()
  fireEvent.click(screen.getByRole('button', { name: '先选要补什么' }))
  expect(onSend).not.toHaveBeenCalled()
})

test('a sentence at hand is sent as it is', () => {
  const onSend = show()
  fireEvent.click(screen.getByRole('button', { name: '用这句：不着急。' }))
  fireEvent.click(screen.getByRole('button', { name: '发给邻居' }))
  expect(onSend).toHaveBeenCalledWith({ type: 'askEvidence', missing: [], words: '不着急。' })
})

test('what is ticked is asked for, what was unticked is not, with a word', () => {
  const onSend = show()
  for (const name of ['再拍一张清楚的', '说一下坏了几个', '放在秤上拍一张']) fireEvent.click(screen.getByRole('checkbox', { name }))
  fireEvent.click(screen.getByRole('checkbox', { name: '放在秤上拍一张，已选' }))
  fireEvent.click(screen.getByRole('button', { name: '发给邻居' }))
  expect(onSend).toHaveBeenCalledWith({ type: 'askEvidence', missing: ['clearer', 'count'], words: '' })
})
