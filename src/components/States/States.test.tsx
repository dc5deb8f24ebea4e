import Taro from '@tarojs/taro'
import { fireEvent, render, screen } from '@testing-library/react'
import { CallFailed, networkTrouble } from '../../cloud/callFailed'
import { Empty } from './Empty'
import { Failed } from './Failed'
import { Loading } from './Loading'
import { Trouble } from './Trouble'

test('nothing here says what to do next', () => {
  render(<Empty title='都处理完了' hint='有新的会出现在这里'><p>看处理中的</p></Empty>)
  for (const words of ['都处理完了', '有新的会出现在这里', '看处理中的']) expect(screen.getByText(words)).toBeTruthy()
})

test('what may come the next time is tried again, and nothing was lost', () => {
  const again = jest.fn()
  render(<Failed trouble={networkTrouble()} onAgain={again} />)
  expect(screen.getByText(/什么都没丢/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(again).toHaveBeenCalledTimes(1)
})

test('what never will leads home', () => {
  const home = jest.spyOn(Taro, 'reLaunch')
  render(<Failed trouble={new CallFailed({ code: 'FORBIDDEN', message: '这件事不是您的', again: false })} onAgain={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: '回首页' }))
  expect(home).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('what is on its way is said to be; what went wrong is an alert, and silent when nothing did', () => {
  const { container } = render(<><Loading /><Trouble words='没发出去' /></>)
  expect(container.querySelector('[aria-label="正在打开"]')).not.toBeNull()
  expect(screen.getByRole('alert', { name: '没发出去' })).toBeTruthy()
  expect(render(<Trouble words={null} />).container.textContent).toBe('')
})
