import { act, fireEvent, render, screen } from '@testing-library/react'
import { GoodsWaySheet } from './GoodsWaySheet'

const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const show = () => {
  const onSend = jest.fn(() => Promise.resolve(true))
  const onClose = jest.fn()
  render(<GoodsWaySheet title='怎么退回来' ways={['pickupPoint', 'door', 'courier']} hints={{ door: '在家等人来拿' }} send='我拿出来了' busy={false} said={null} onClose={onClose} onSend={onSend} />)
  return { onSend, onClose }
}

test('by which way has to be said; by courier, its number too', async () => {
  const { onSend, onClose } = show()
  fireEvent.click(screen.getByRole('button', { name: '先选怎么送' }))
  fireEvent.click(screen.getByRole('radio', { name: '快递' }))
  fireEvent.click(screen.getByRole('button', { name: '先填快递单号' }))
  fireEvent.change(screen.getByRole('textbox', { name: '快递单号' }), { target: { value: 'SF 1' } })
  expect(screen.getByText('! 单号是 6 位以上的字母和数字')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '单号不对' }))
  expect(onSend).not.toHaveBeenCalled()
  fireEvent.change(screen.getByRole('textbox', { name: '快递单号' }), { target: { value: ' SF1029384756 ' } })
  await tap('我拿出来了')
  expect(onSend).toHaveBeenCalledWith({ way: 'courier', waybill: 'SF1029384756', words: '', photos: [] })
  expect(onClose).toHaveBeenCalled()
})

test('a number typed for the courier is not sent with another way', async () => {
  const { onSend, onClose } = show()
  fireEvent.click(screen.getByRole('radio', { name: '快递' }))
  fireEvent.change(screen.getByRole('textbox', { name: '快递单号' }), { target: { value: 'SF1029384756' } })
  fireEvent.click(screen.getByRole('radio', { name: '上门，在家等人来拿' }))
  await tap('我拿出来了')
  expect(onSend).toHaveBeenCalledWith({ way: 'door', waybill: '', words: '', photos: [] })
  expect(onClose).toHaveBeenCalled()
})
