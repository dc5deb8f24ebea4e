import { fireEvent, render, screen } from '@testing-library/react'
import { forward, ReplyList } from './ReplyList'
import { ReplySheet, type Reply } from './ReplySheet'

const a: Reply = { id: 'a', purpose: 'offer', tone: 'calm', words: '一' }
const n: Reply = { id: 'n', purpose: 'note', tone: 'apology', words: '记' }
const b: Reply = { id: 'b', purpose: 'offer', tone: 'calm', words: '二' }

test('one goes before the one before it of the same purpose, others stay', () => {
  expect(forward([a, n, b], b).map(r => r.id)).toEqual(['b', 'n', 'a'])
  expect(forward([a, n, b], a)).toEqual([a, n, b])
  expect(forward([a, n, b], n)).toEqual([a, n, b])
})

test('they stand by when they are offered; a helper reads and taps nothing', () => {
  const retired: Reply = { id: 'r', purpose: 'reject', tone: 'explanation', words: '不退', criterion: 'own:gone' }
  render(<ReplyList replies={[a, retired]} criteria={[]} mayEdit={false} onAdd={jest.fn()} onChange={jest.fn()} onForward={jest.fn()} />)
  expect(screen.getByText('安抚')).toBeTruthy()
  expect(screen.getByText('解释 · 这个原因已经停用')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a sentence that names the household is not kept for suppliers; one that is right is', () => {
  const onDone = jest.fn()
  render(<ReplySheet first={{ ...a, purpose: 'forward', words: '' }} isNew criteria={[]} onDone={onDone} onDelete={jest.fn()} onClose={jest.fn()} />)
  const write = (value: string) => fireEvent.change(screen.getByRole('textbox', { name: '这一句' }), { target: { value } })
  write('{称呼}说坏了')
  expect(screen.getByText(/不能带邻居的称呼/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '就这样' }))
  expect(onDone).not.toHaveBeenCalled()
  write('{商品}坏了')
  fireEvent.click(screen.getByRole('button', { name: '就这样' }))
  expect(onDone).toHaveBeenCalledWith({ id: 'a', purpose: 'forward', tone: 'calm', words: '{商品}坏了' })
})

test('the reason falls away where nothing is refused', () => {
  const onDone = jest.fn()
  render(<ReplySheet first={{ ...a, purpose: 'reject', criterion: 'kept' }} isNew={false} criteria={[]} onDone={onDone} onDelete={jest.fn()} onClose={jest.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: '换一个什么时候用，现在是不同意时' }))
  fireEvent.click(screen.getByRole('radio', { name: '换个办法时' }))
  fireEvent.click(screen.getByRole('button', { name: '就这样' }))
  expect(onDone).toHaveBeenCalledWith({ ...a, purpose: 'offer' })
})
