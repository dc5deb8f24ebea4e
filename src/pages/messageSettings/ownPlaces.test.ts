import { ownPlaces } from './ownPlaces'

const community = (communityId: string, limit: number | null) => ({ communityId, name: `小区${communityId}`, waiting: 0, limit })
const supply = (supplierId: string, communityName: string) => ({ supplierId, name: '老李水果', communityName, waiting: 0 })

test('a robot is put there by who leads and by who supplies, for each place once', () => {
  const me = { leads: [community('a', null), community('b', 5000)], supplies: [supply('s', '甲'), supply('s', '乙')] }
  expect(ownPlaces(me, 'leader')).toEqual([{ place: { kind: 'community', id: 'a' }, name: '小区a' }])
  expect(ownPlaces(me, 'supplier')).toEqual([{ place: { kind: 'supplier', id: 's' }, name: '老李水果' }])
  const nowhere = [{ place: null, name: '' }]
  expect(ownPlaces(me, 'operator')).toEqual(nowhere)
  expect(ownPlaces({ leads: [community('b', 0)], supplies: [] }, 'leader')).toEqual(nowhere)
})
