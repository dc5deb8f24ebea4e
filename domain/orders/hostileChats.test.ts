import { HOSTILE, STRAWBERRIES } from './chat/hostileChats'
import { readChat } from './readChat'

describe('what is easily misread', () => {
  /** What was taken as certain, as it would be filed. */
  const sureOf = (text: string) => readChat(text, STRAWBERRIES).proposals.filter(p => p.certainty === 'sure').map(p => `${p.candidates[0]?.orderId ?? ''} ${p.reason ?? ''} ${p.pieces ?? ''}`)
  const plainly = (boxes: number | null) => (boxes === null ? [] : [`order-3 spoiled ${boxes}`])

  it.each(HOSTILE)('%j is certain only where a careful reader is: %j', (text, boxes) => {
    const sure = sureOf(text)
    if (sure.length > 0) expect(sure).toEqual(plainly(boxes))
  })

  it.each<[string, (text: string) => string]>([
    ['as entries of a 接龙', text => text.split('\n').map((line, i) => `${i + 1}. ${line.replace('：', ' ')}`).join('\n')],
    ['with the name before the words and no colon', text => text.replaceAll('：', ' ')],
    ['copied under names with times', text => text.replace(/^([^\n：]{1,6})：/gm, '$1 18:20\n')],
  ])('are certain nowhere else when they stand %s', (_how, other) => {
    const wrong = HOSTILE.map(([text, boxes]) => [other(text), sureOf(other(text)), plainly(boxes)] as const).filter(([, sure, right]) => sure.length > 0 && sure.join() !== right.join())
    expect(wrong).toEqual([])
  })

  it('as figures: right, left to the leader, passed over, wrong', () => {
    const read = HOSTILE.map(([text, boxes]) => {
      const sure = sureOf(text)
      if (sure.length === 0) return readChat(text, STRAWBERRIES).proposals.length > 0 ? 'uncertain' : 'passedOver'
      return sure.join() === plainly(boxes).join() ? 'right' : 'wrong'
    })
    const count = (what: string) => read.filter(r => r === what).length
    const figures = { turns: HOSTILE.length, plainlySaid: HOSTILE.filter(([, boxes]) => boxes !== null).length, right: count('right'), uncertain: count('uncertain'), passedOver: count('passedOver'), wrong: count('wrong') }
    process.stdout.write(`easily misread: ${JSON.stringify(figures)}\n`)
    expect(figures).toMatchObject({ wrong: 0 })
    // Who plainly complains is never passed over.
    expect(HOSTILE.filter(([, boxes], i) => boxes !== null && read[i] === 'passedOver')).toEqual([])
  })
})
