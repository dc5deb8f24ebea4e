import { render, screen } from '@testing-library/react'
import type { Answers } from '../../../../../domain/contract/calls'
import { AskBuyers } from './AskBuyers'

const incident = (over: Partial<Answers['showIncident']>): Answers['showIncident'] => ({
  title: '草莓', spec: '', groupBuyTitle: '草莓团', members: [], crate: [], standing: null, buyers: { households: 78, reported: 24, quiet: 2, unclaimed: 52 }, asked: { total: 0, fine: 0, bad: 0, silent: 0 }, standards: { replies: null, criteria: [] }, photoLinks: {}, ...over,
})
const show = (over: Partial<Answers['showIncident']> = {}) => render(<AskBuyers batch={{ groupBuyId: 'g', productId: 'p' }} incident={incident(over)} communityName='梧桐苑' onShare={jest.fn()} onAsked={jest.fn()} />)

test('who can be asked, and who is reached by a card: by what the cloud counted', () => {
  show()
  expect(screen.getByText('78 户买了这一样，24 户反映了。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '问问其余 2 户：您家的好吗' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '还有 52 户没认领，发到群里问' })).toBeTruthy()
})

test('nobody left to ask: no button for it', () => {
  show({ buyers: { households: 20, reported: 8, quiet: 0, unclaimed: 0 }, asked: { total: 12, fine: 3, bad: 1, silent: 8 } })
  expect(screen.getByText('20 户买了这一样，8 户反映了。问了 12 户：3 户说好的，1 户说有问题，8 户还没回。')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
