import { platform } from '../../../cloud/platform'
import { newsWords } from './newsWords'

test('a message is promised only where it can arrive', () => {
  expect(newsWords()).toContain('发消息给您')
  jest.spyOn(platform, 'canBeTold').mockReturnValue(false)
  expect(newsWords()).not.toContain('发消息给您')
})
