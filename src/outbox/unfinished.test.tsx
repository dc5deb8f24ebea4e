import { platform } from '../cloud/platform'
import { forgetUnfinished, noteUnfinished, unfinishedAt } from './unfinished'

const begun = (owner: string, at: number) => ({ owner, orderId: 'o', lineId: owner, title: owner, at })
const DAY = 24 * 3600_000

test('the last begun comes first, each once; what was sent is gone; after three days nobody is reminded', () => {
  noteUnfinished(begun('草莓', 0))
  noteUnfinished(begun('脐橙', 1))
  noteUnfinished(begun('草莓', 2))
  expect(unfinishedAt(2).map(one => one.owner)).toEqual(['草莓', '脐橙'])
  forgetUnfinished('草莓')
  expect(unfinishedAt(2).map(one => one.owner)).toEqual(['脐橙'])
  expect(unfinishedAt(1 + 3 * DAY)).toEqual([])
  forgetUnfinished('脐橙')
  expect(platform.read('unfinished')).toBeNull()
})
