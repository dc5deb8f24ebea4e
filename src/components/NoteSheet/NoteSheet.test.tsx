import { act, fireEvent, render, screen } from '@testing-library/react'
import { examples, HOUR, lastAt, LEADER } from '../../../domain/case/exampleCase'
import { caseView } from '../../../domain/people/caseView'
import { NoteSheet } from './NoteSheet'

const c = examples().review
const usual = () => ({ as: 'leader' as const, view: caseView(c, LEADER, lastAt(c) + HOUR), busy: false, said: null, onClose: jest.fn(), onSend: jest.fn(() => Promise.resolve(true)) })
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (name: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

test('a note is for those who decide, plainly marked, unless it is said otherwise', async () => {
  const props = usual()
  render(<NoteSheet phrases={['您反映的草莓我在跟。']} {...props} />)
  expect(screen.getByText('邻居、供货商都看不到。')).toBeTruthy()
  type('记点什么', '老人一个人在家')
  expect(screen.queryByRole('button', { name: /^用这句/ })).toBeNull()
  await tap('记下来，不给邻居看')
  expect(props.onSend).toHaveBeenLastCalledWith({ type: 'note', words: '老人一个人在家', internal: true })
  choose(/^邻居也看得到/)
  await tap('用这句：您反映的草莓我在跟。')
  type('跟邻居说一句', '明天上午当面看')
  await tap('记下来，邻居也看得到')
  expect(props.onSend).toHaveBeenLastCalledWith({ type: 'note', words: '明天上午当面看', internal: false })
})
