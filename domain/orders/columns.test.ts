import { findHeader, headerName, orderVocabulary } from './columns'

const names = ['订单号', '团购标题', '商品', '订单金额', '订单状态']

test('the header is found under title rows, blank rows and merged cells', () => {
  const header = findHeader([['周六果蔬团 订单', null, null], [], ['导出时间：2026-11-14', null], names, ['1', '团', '草莓+1', '1', '已支付']], orderVocabulary, 3)
  expect(header).toMatchObject({ ok: true, index: 3 })
})

test.each([['订单金额（元）', '订单金额'], [' *联系 电话 ', '联系电话'], ['跟团号：', '跟团号']])('%s is %s', (cell, name) => expect(headerName(cell)).toBe(name))

test('other names for the same column; of two names for one meaning the more telling is used and the other shown as unused', () => {
  const header = findHeader([['商品', '订单金额', '实付金额', '收件人', '打码手机', '手机', '规格说明']], orderVocabulary, 3)
  if (!header.ok) throw new Error(header.message)
  expect(header.of('total')?.name).toBe('实付金额')
  expect(header.of('phone')?.name).toBe('手机')
  expect(header.of('receiver')?.name).toBe('收件人')
  expect(header.columns.map(column => column.meaning)).toEqual(['basket', null, 'total', 'receiver', null, 'phone', null])
})

test('refusals', () => {
  expect(findHeader([], orderVocabulary, 3)).toMatchObject({ ok: false, code: 'EMPTY' })
  expect(findHeader([[null, ' '], []], orderVocabulary, 3)).toMatchObject({ ok: false, code: 'EMPTY' })
  expect(findHeader([['随便', '写写'], ['商品', '价钱']], orderVocabulary, 3)).toMatchObject({ ok: false, code: 'NO_HEADER' })
  expect(findHeader([[...names, '商品']], orderVocabulary, 3)).toMatchObject({ ok: false, code: 'DUPLICATE_COLUMNS', columns: ['商品'] })
})
