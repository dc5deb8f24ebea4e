import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { EarlierCase } from '../../../domain/people/earlierCase'
import { AskedAgain } from './AskedAgain'

const at = new Date('2026-11-21T10:00:00+08:00').getTime()
const earlier: EarlierCase = {
  id: 'old', filedAt: at, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, quantity: 2, asked: 1260, words: '都是水', photos: ['a'],
  rejection: { criterion: 'kept', says: '回家后放坏的', words: '放久了', at, by: 'leader', byName: '陈姐' }, appeal: { grounds: '当天就拍了', photos: [], at, decision: { uphold: false, words: '看着是放的' } },
}

test('what was said and decided the first time, with its photo, and the way there', () => {
  const go = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' } as never)
  const { container } = render(<AskedAgain as='operator' of={{ earlier, followedBy: null, photoLinks: { a: '/a.jpg' } }} />)
  expect(container.textContent).toMatch(/居民说：坏了、烂了 · 2 件里 1 件，全坏，要退 ¥12.60“都是水”.*团长没同意：回家后放坏的“放久了”.*居民请人再看“当天就拍了”.*重新看过，还是没同意“看着是放的”/)
  expect(screen.getAllByRole('img')).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: '看原来那一件' }))
  expect(go).toHaveBeenCalledWith({ url: '/packages/operator/case/index?id=old' })
})

test('on the dismissed one the way on; where it was said once only nothing at all', () => {
  const go = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' } as never)
  const { container, rerender } = render(<AskedAgain as='leader' of={{ earlier: null, followedBy: 'new', photoLinks: {} }} />)
  fireEvent.click(screen.getByRole('button', { name: '看后来那一件' }))
  expect(go).toHaveBeenCalledWith({ url: '/packages/leader/case/index?id=new' })
  rerender(<AskedAgain as='leader' of={{ earlier: null, followedBy: null, photoLinks: {} }} />)
  expect(container.textContent).toBe('')
})
