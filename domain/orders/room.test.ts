import fc from 'fast-check'
import { readRoom } from './room'

test.each([
  ['上海市闵行区梧桐苑9号楼1504室', '9号楼1504室'],
  ['上海市 闵行区 梧桐苑 10 号楼 602 室', '10号楼602室'],
  ['莘松路958弄9号1504室', '9号1504室'],
  ['莘松路100号梧桐苑3幢二单元401', '3幢二单元401'],
  ['沪闵路100号1504室', '1504室'],
  ['梧桐苑A座1203', 'A座1203'],
  ['梧桐苑五栋402室', '五栋402室'],
  ['梧桐苑12-3-1504', '12-3-1504'],
  ['梧桐苑3号楼架空层', '3号楼'],
  ['梧桐苑南门', ''],
  ['电话138-0000-1234', ''],
  ['', ''],
])('%s → %s', (address, room) => expect(readRoom(address)).toBe(room))

test('street, district and city are never kept', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 101, max: 3999 }), fc.integer({ min: 1, max: 9999 }), (building, door, lane) => {
    expect(readRoom(`上海市闵行区秀文路${lane}号梧桐苑${building}号楼${door}室`)).toBe(`${building}号楼${door}室`)
  }))
})

test('whatever the address, a short piece of it', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'上海路0123456789号楼室栋单元A-# ') }), address => {
    const room = readRoom(address)
    expect(room.length).toBeLessThanOrEqual(20)
    expect(address.replace(/\s+/g, '')).toContain(room)
  }))
})
