import { hideHousehold } from './hideHousehold'

const line = { buyer: '明天会更好', receiver: '王秀珍', room: '5号楼602室' }

test.each([
  ['我是王秀珍，坏了', '我是＊＊，坏了'],
  ['明天会更好家的', '＊＊家的'],
  ['放到5号楼602室门口', '放到＊＊门口'],
  ['5号楼602', '＊＊'],
  ['5 号楼 602', '＊＊'],
  ['12栋3单元1504', '＊＊'],
  ['送602室', '送＊＊'],
  ['电话13912345678', '电话****'],
  ['坏了3个，一共5斤，花了59.9', '坏了3个，一共5斤，花了59.9'],
])('%s', (written, shown) => {
  expect(hideHousehold(written, line)).toBe(shown)
})

test('a name of one letter does not blank half a sentence', () => {
  expect(hideHousehold('一点也不新鲜', { ...line, buyer: '一', receiver: '' })).toBe('一点也不新鲜')
})

it('hides a phone also where a nickname is part of its digits, and a nickname that contains a phone', () => {
  expect(hideHousehold('打13800138000', { ...line, buyer: '13' })).toBe('打****')
  expect(hideHousehold('李姐 13800138000说的', { ...line, buyer: '李姐 13800138000' })).toBe('＊＊说的')
  expect(hideHousehold('打139 0013 9000', { ...line, buyer: '13800138000' })).toBe('打****')
})

it('hides the longer of two names that begin alike', () => {
  expect(hideHousehold('我是王秀珍', { ...line, receiver: '王秀', buyer: '王秀珍' })).toBe('我是＊＊')
})
