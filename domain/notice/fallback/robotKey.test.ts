import { keyEnd, readRobotKey } from './robotKey'

const KEY = '693a91f6-7abc-4bc4-97a0-0ec2b5f1aaaa'

it.each([
  [`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`, KEY], [`  ${KEY} \n`, KEY], [KEY.toUpperCase(), KEY],
])('%j is a robot', (written, key) => {
  expect(readRobotKey(written)).toBe(key)
})

it.each([
  '', 'key', `http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`, `https://evil.example/cgi-bin/webhook/send?key=${KEY}`, `https://qyapi.weixin.qq.com@evil.example/cgi-bin/webhook/send?key=${KEY}`,
  `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}&debug=1`, `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}#x`, `https://qyapi.weixin.qq.com/cgi-bin/gettoken?key=${KEY}`,
  `${KEY}/../x`, `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=http://10.0.0.1`, '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa', 'file:///etc/passwd',
])('%j is none', written => {
  expect(readRobotKey(written)).toBeNull()
})

it('a screen shows four letters of it', () => {
  expect(keyEnd(KEY)).toBe('aaaa')
})
