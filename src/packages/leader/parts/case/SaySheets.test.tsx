import { act, fireEvent, render, screen } from '@testing-library/react'
import { AddForNeighbour } from './AddForNeighbour'
import { AnswerSheet } from './AnswerSheet'
import { ReceivedSheet } from './ReceivedSheet'
import { StartRefundSheet } from './StartRefundSheet'

const usual = (owner: string) => ({ owner, busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))

test('received on behalf: by which way the neighbour said so', async () => {
  const props = usual('received')
  render(<ReceivedSheet {...props} />)
  await tap('选一下他是怎么说的')
  expect(props.onSend).not.toHaveBeenCalled()
  choose(/^当面说的/)
  await tap('替他点收到')
  expect(props.onSend).toHaveBeenCalledWith({ type: 'receiveReplacement', words: '', channel: 'onSite' })
})

test('a refund on its way says where', async () => {
  const props = usual('start')
  render(<StartRefundSheet {...props} />)
  choose(/^微信转账/)
  await tap('告诉邻居，在退了')
  expect(props.onSend).toHaveBeenCalledWith({ type: 'startRefund', channel: 'wechatTransfer', words: '' })
})

test.each([
  ['put in for a neighbour', (props: ReturnType<typeof usual>) => <AddForNeighbour {...props} />, /^群里说的/, '补上', { type: 'addEvidence', photos: [], voices: [], words: '他说行', channel: 'groupChat' }],
  ['a neighbour\'s yes', (props: ReturnType<typeof usual>) => <AnswerSheet answer='agree' offer={{ by: 'leader', at: 0, options: [{ remedy: 'refund', refund: 300 }], words: '' }} {...props} />, /^电话/, '替他点同意：退 ¥3.00', { type: 'agree', option: 0, onBehalf: { channel: 'phone', words: '他说行', photos: [] } }],
])('%s: what was typed is there again after somebody else was faster, and gone once it was taken', async (what, sheet, channel, send, command) => {
  const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^邻居的原话/ })
  const late = { ...usual(what), onSend: jest.fn(() => Promise.resolve(false)) }
  const refused = render(sheet(late))
  fireEvent.change(words(), { target: { value: '他说行' } })
  choose(channel)
  await tap(send)
  expect(late.onSend).toHaveBeenCalledWith(command)
  expect(late.onClose).not.toHaveBeenCalled()
  // The page closes the sheet, because the case is another by now.
  refused.unmount()
  const again = render(sheet(usual(what)))
  expect(words().value).toBe('他说行')
  choose(channel)
  await tap(send)
  again.unmount()
  render(sheet(usual(what)))
  expect(words().value).toBe('')
})
