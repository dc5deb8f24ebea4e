import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, lastAt, LEADER } from '../../../../../domain/case/exampleCase'
import { DEFAULT_POLICY } from '../../../../../domain/clock/policy'
import { caseView } from '../../../../../domain/people/caseView'
import { CarrierSheet } from './CarrierSheet'
import { NoteSheet } from './NoteSheet'
import { PlanSheet } from './PlanSheet'
import { ReceivedSheet } from './ReceivedSheet'
import { StartRefundSheet } from './StartRefundSheet'

const usual = (owner: string) => ({ owner, busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

test('a note is for those who decide, plainly marked, unless it is said otherwise', async () => {
  const props = usual('note')
  render(<NoteSheet {...props} />)
  expect(screen.getByText('邻居、供货商都看不到。')).toBeTruthy()
  type('记点什么', '老人一个人在家')
  await tap('记下来')
  expect(props.onSend).toHaveBeenLastCalledWith({ type: 'note', words: '老人一个人在家', internal: true })
  type('记点什么', '明天上午当面看')
  choose('邻居也看得到')
  await tap('记下来，邻居也看得到')
  expect(props.onSend).toHaveBeenLastCalledWith({ type: 'note', words: '明天上午当面看', internal: false })
})

test('a carrier\'s no needs a reason and its words; prices are not its business', async () => {
  const props = usual('carrier')
  render(<CarrierSheet {...props} amount={1260} />)
  choose('没认')
  await tap('先选一个原因')
  expect(screen.queryByRole('radio', { name: '应按进价算，不按零售价' })).toBeNull()
  choose('反映得太晚')
  await tap('写一句快递怎么说的')
  type('快递怎么说的', '签收超过一天')
  await tap('记下来，没认')
  expect(props.onSend).toHaveBeenCalledTimes(1)
  expect(props.onSend).toHaveBeenCalledWith({ type: 'disputeRecovery', reason: 'lateClaim', words: '签收超过一天', photos: [] })
})

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

test('a plan: what, who, until when; several steps, each can be taken out again', () => {
  const c = examples().review
  const onSend = jest.fn()
  render(<PlanSheet open view={caseView(c, LEADER, DEFAULT_POLICY, lastAt(c) + HOUR)} busy={false} said={null} onClose={jest.fn()} onSend={onSend} />)
  fireEvent.click(screen.getByRole('button', { name: '先写一步' }))
  type('做什么', '要到冷链记录')
  fireEvent.click(screen.getByRole('button', { name: '选一下什么时候' }))
  expect(onSend).not.toHaveBeenCalled()
  choose(/^供货商/)
  choose(/^明天晚上9点/)
  fireEvent.click(screen.getByRole('button', { name: '再写一步' }))
  type('做什么', '给邻居回话')
  choose(/^您/)
  fireEvent.click(screen.getAllByRole('radio', { name: /月.*晚上9点/ })[0] as Element)
  fireEvent.click(screen.getByRole('button', { name: '发出去，2 步' }))
  type Sent = { steps: { what: string; party: string; by: number }[] }
  const [{ steps }] = onSend.mock.calls[0] as [Sent]
  expect(steps).toMatchObject([{ what: '要到冷链记录', party: 'supplier' }, { what: '给邻居回话', party: 'leader' }])
  fireEvent.click(screen.getByRole('button', { name: '去掉第 1 步' }))
  fireEvent.click(screen.getByRole('button', { name: '发出去，1 步' }))
  expect((onSend.mock.calls[1] as [Sent])[0].steps).toMatchObject([{ what: '给邻居回话' }])
})
