import { act, fireEvent, render, screen } from '@testing-library/react'
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
