import { attainedWords, groupWords, keptWords, ratedWords } from './boardWords'

test('nothing that ended is neither good nor bad; one that was broken is not attained', () => {
  expect(attainedWords({ target: 'courier', kept: 0, broken: 0 })).toEqual({ label: '快递的事当天办完', says: '30 天里没有这样的事', missed: false })
  expect(attainedWords({ target: 'ordinary', kept: 4, broken: 0 })).toMatchObject({ says: '4 件都做到了', missed: false })
  expect(attainedWords({ target: 'ordinary', kept: 999, broken: 1 })).toMatchObject({ says: '1000 件做到 999 件，99%', missed: true })
})

test('satisfied from ninety-five of a hundred on', () => {
  expect(ratedWords({ rated: 0, satisfied: 0 })).toEqual({ says: '还没有人打过分', missed: false })
  expect(ratedWords({ rated: 20, satisfied: 19 })).toEqual({ says: '20 位打了分，19 位满意，95%', missed: false })
  expect(ratedWords({ rated: 20, satisfied: 18 }).missed).toBe(true)
})

test('what is late comes first; nothing is said in words', () => {
  expect(groupWords({ soon: 1, late: 2 })).toBe('晚了 2 件，快到时间 1 件')
  expect(groupWords({ soon: 0, late: 0 })).toBe('没有要到时间的')
  expect([keptWords({ kept: 11, broken: 1 }), keptWords({ kept: 0, broken: 0 })]).toEqual(['30 天里 12 次做到 11 次', '30 天里没有办完的'])
})
