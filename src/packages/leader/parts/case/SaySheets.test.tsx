import { act, fireEvent, render, screen } from '@testing-library/react'
import { ReceivedSheet } from './ReceivedSheet'
import { StartRefundSheet } from './StartRefundSheet'

const usual = () => ({ busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))

test('received on behalf: by which way the neighbour said so', async () => {
  const props = usual()
  render(<ReceivedSheet bound={true} {...props} />)
  await tap('选一下他是怎么说的')
  expect(props.onSend).not.toHaveBeenCalled()
  choose(/^群里说的/)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '收到了' } })
  // He is here himself: what he wrote elsewhere is shown.
  await tap(/放一张截图$/)
  expect(props.onSend).not.toHaveBeenCalled()
  choose(/^当面说的/)
  await tap('替他点收到')
  expect(props.onSend).toHaveBeenCalledWith({ type: 'receiveReplacement', words: '收到了', channel: 'onSite', photos: [] })
})

test('a refund on its way says where', async () => {
  const props = usual()
  render(<StartRefundSheet {...props} />)
  choose(/^微信转账/)
  await tap('告诉邻居，在退了')
  expect(props.onSend).toHaveBeenCalledWith({ type: 'startRefund', channel: 'wechatTransfer', words: '' })
})
