import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ChannelsPage } from '../../../../domain/contract/calls'
import { platform } from '../../../cloud/platform'
import { ContactCard } from './ContactCard'
import { Latest } from './Latest'
import { RobotCard } from './RobotCard'

const PLACE = { kind: 'community', id: 'c1' } as const
const KEY = '693a91f6-7abc-4bc4-97a0-0ec2b5f1aaaa'
const page = (more: Partial<ChannelsPage> = {}): ChannelsPage => ({ robot: null, email: { works: true, address: null, pending: null, gone: null }, sms: { works: true, address: null, pending: null, gone: null }, latest: [], ...more })

/** The cloud, as far as these cards ask it. */
let asked: unknown[] = []
let answer: unknown = null
beforeEach(() => {
  asked = []
  platform.callFunction = (_name: string, what: unknown) => { asked.push(what); return Promise.resolve(answer) }
})
const type = (label: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('a robot is put there by its address; only its end is shown afterwards', async () => {
  const onChanged = jest.fn()
  answer = { ok: true, data: page({ robot: { placeName: '梧桐苑', keyEnd: 'aaaa', gone: false } }) }
  const { rerender } = render(<RobotCard place={PLACE} robot={{ placeName: '梧桐苑', keyEnd: null, gone: false }} onChanged={onChanged} />)
  tap('就用它')
  expect(asked).toEqual([])
  type('机器人的 Webhook 地址', ` https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY} `)
  tap('就用它')
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(asked).toEqual([{ call: 'setRobot', input: { place: PLACE, key: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}` } }])
  rerender(<RobotCard place={PLACE} robot={{ placeName: '梧桐苑', keyEnd: 'aaaa', gone: false }} onChanged={onChanged} />)
  expect(screen.getByText('连着的机器人地址结尾是 aaaa')).toBeTruthy()
  expect(document.body.innerHTML).not.toContain(KEY)
})

test('what is wrong with an address stands beside it; a robot that is gone says so, and can be changed', async () => {
  answer = { ok: false, error: { code: 'BAD_INPUT', field: 'key', message: '这不是群机器人的地址，请重新复制', again: false } }
  render(<RobotCard place={PLACE} robot={{ placeName: '梧桐苑', keyEnd: 'aaaa', gone: true }} onChanged={jest.fn()} />)
  expect(screen.getByText(/企业微信说没有这个机器人了/)).toBeTruthy()
  tap('换一个机器人')
  type('机器人的 Webhook 地址', 'https://evil.example/')
  tap('就用它')
  expect(await screen.findByText('! 这不是群机器人的地址，请重新复制')).toBeTruthy()
  tap('还用原来的')
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('the robot says a sentence, and the page says to look; what WeCom answers is shown in words', async () => {
  answer = { ok: true, data: page() }
  render(<RobotCard place={PLACE} robot={{ placeName: '梧桐苑', keyEnd: 'aaaa', gone: false }} onChanged={jest.fn()} />)
  tap('说一句试试')
  expect(await screen.findByText('✓ 说了一句，去群里看看')).toBeTruthy()
  answer = { ok: false, error: { code: 'ROBOT_BUSY', message: '这个机器人一分钟只能说 20 句，请过一分钟再试', again: false } }
  tap('说一句试试')
  expect(await screen.findByText(/一分钟只能说 20 句/)).toBeTruthy()
  expect(screen.queryByText('✓ 说了一句，去群里看看')).toBeNull()
})

test('a mailbox: the code is asked for, typed in, and a wrong one is said beside it', async () => {
  const onChanged = jest.fn()
  answer = { ok: true, data: page() }
  const { rerender } = render(<ContactCard way='email' contact={{ works: true, address: null, pending: null, gone: null }} onChanged={onChanged} />)
  type('您的邮箱', ' chenjie@qq.com ')
  tap('发验证码到邮箱')
  await waitFor(() => expect(onChanged).toHaveBeenCalled())
  expect(asked).toEqual([{ call: 'askCode', input: { way: 'email', address: 'chenjie@qq.com' } }])
  rerender(<ContactCard way='email' contact={{ works: true, address: null, pending: { address: 'c***@qq.com', until: 1 }, gone: null }} onChanged={onChanged} />)
  expect(screen.getByText('验证码发到了 c***@qq.com')).toBeTruthy()
  answer = { ok: false, error: { code: 'BAD_CODE', field: 'code', message: '验证码不对', again: false } }
  type('6 位验证码', '12345')
  tap('就是这个邮箱')
  expect(asked).toHaveLength(1)
  type('6 位验证码', '012345')
  tap('就是这个邮箱')
  expect(await screen.findByText('! 验证码不对')).toBeTruthy()
  expect(asked[1]).toEqual({ call: 'confirmCode', input: { way: 'email', code: '012345' } })
  tap('没收到，重新填')
  expect(screen.getByRole('textbox', { name: '您的邮箱' })).toBeTruthy()
})

test('a mailbox that is gone says so, where another one can be typed in; once there is another it is not spoken of', () => {
  const { rerender } = render(<ContactCard way='email' contact={{ works: true, address: null, pending: null, gone: 'c***@qq.com' }} onChanged={jest.fn()} />)
  expect(screen.getByText('! 没有这个邮箱了：c***@qq.com，先不往那里发了。换一个，或者再填一次')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: '您的邮箱' })).toBeTruthy()
  rerender(<ContactCard way='email' contact={{ works: true, address: 'd***@qq.com', pending: null, gone: null }} onChanged={jest.fn()} />)
  expect(screen.queryByText(/没有这个邮箱了/)).toBeNull()
})

test('a confirmed one is shown masked and can be taken away; where there is no such service, it says so', async () => {
  answer = { ok: true, data: page() }
  const onChanged = jest.fn()
  const { rerender } = render(<ContactCard way='sms' contact={{ works: true, address: '138****5678', pending: null, gone: null }} onChanged={onChanged} />)
  expect(screen.getByText('发到 138****5678')).toBeTruthy()
  tap('不发到这个号码了')
  await waitFor(() => expect(asked).toEqual([{ call: 'removeContact', input: { way: 'sms' } }]))
  rerender(<ContactCard way='sms' contact={{ works: false, address: null, pending: null, gone: null }} onChanged={onChanged} />)
  expect(screen.getByText('这里还没有开通短信。')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('what nobody knows about is said as it is', () => {
  const at = Date.now()
  render(<Latest latest={[{ way: 'robot', at, count: 3, state: 'unknown', why: 'TimeoutError' }, { way: 'email', at, count: 1, state: 'failed', why: '550' }, { way: 'sms', at, count: 2, state: 'sent', why: '' }]} />)
  expect(screen.getByText('群机器人，3 件：不知道发没发到，不会再发')).toBeTruthy()
  expect(screen.getByText('邮件，1 件：没发出去（550）')).toBeTruthy()
  expect(screen.getByText('短信，2 件：发出去了')).toBeTruthy()
})
