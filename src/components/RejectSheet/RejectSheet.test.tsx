import { fireEvent, render, screen } from '@testing-library/react'
import { RejectSheet } from './RejectSheet'

const about = { 称呼: '王阿姨', 商品: '草莓', 金额: '¥12.60' }
const code = 'own:0f8fad5b-d9cb-469f-a165-70867728950e' as const
const standards = { replies: [{ id: 'a', purpose: 'reject' as const, tone: 'calm' as const, words: '{称呼}，{商品}软一点是正常的。', criterion: code }], criteria: [{ code, words: '软果不退' }] }

test('the community\'s own reason stands among the published ones, its sentence with the neighbour\'s name filled in', () => {
  const onSend = jest.fn()
  render(<RejectSheet open onClose={jest.fn()} busy={false} said={null} hasPhotos standards={standards} about={about} onSend={onSend} />)
  expect(screen.getByRole('radio', { name: '拿回家以后存放造成的' })).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '软果不退' }))
  expect(screen.getByRole('textbox', { name: '跟邻居说（可以改）' })).toHaveProperty('value', '王阿姨，草莓软一点是正常的。')
  fireEvent.click(screen.getByRole('button', { name: '告诉邻居，没同意' }))
  expect(onSend).toHaveBeenCalledWith({ type: 'reject', criterion: code, review: 'photos', words: '王阿姨，草莓软一点是正常的。' })
})

test('what was filled in follows the reason, what was written stays', () => {
  render(<RejectSheet open onClose={jest.fn()} busy={false} said={null} hasPhotos standards={null} about={about} onSend={jest.fn()} />)
  const box = () => screen.getByRole('textbox', { name: '跟邻居说（可以改）' })
  fireEvent.click(screen.getByRole('radio', { name: '拿回家以后存放造成的' }))
  expect(box()).toHaveProperty('value', expect.stringContaining('放久了'))
  fireEvent.change(box(), { target: { value: '我自己写的' } })
  fireEvent.click(screen.getByRole('button', { name: /^换一个原因/ }))
  fireEvent.click(screen.getByRole('radio', { name: '照片里看不出这个问题' }))
  expect(box()).toHaveProperty('value', '我自己写的')
})

test('a reason, how it was looked at, and words that can be changed; nothing goes before all three are there', () => {
  const send = jest.fn()
  render(<RejectSheet open hasPhotos={false} standards={null} about={about} busy={false} said={null} onClose={() => undefined} onSend={send} />)
  fireEvent.click(screen.getByRole('button', { name: '先选一个原因' }))
  expect(send).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('radio', { name: /照片里看不出/ }))
  fireEvent.click(screen.getByRole('button', { name: '选一下怎么看的' }))
  expect(send).not.toHaveBeenCalled()
  fireEvent.click(screen.getAllByRole('radio')[0] as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: '告诉邻居，没同意' }))
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ type: 'reject', criterion: 'notShown', words: expect.stringContaining('照片') as string }))
})
