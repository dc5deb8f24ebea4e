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
