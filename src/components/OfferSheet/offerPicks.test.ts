import { offerPicks } from './offerPicks'

describe('offerPicks', () => {
  it('gives half, four fifths, all that was asked for, and all that was paid', () => {
    expect(offerPicks(3594, 5990).map(p => p.fen)).toEqual([1797, 2875, 3594, 5990])
  })
  it('names an amount once and none above what is left', () => {
    expect(offerPicks(5990, 5990).map(p => p.fen)).toEqual([2995, 4792, 5990])
    expect(offerPicks(5990, 3000).map(p => p.fen)).toEqual([2995, 3000])
  })
  it('has nothing but the whole where nothing was asked for', () => {
    expect(offerPicks(0, 5990).map(p => p.fen)).toEqual([5990])
    expect(offerPicks(0, null)).toEqual([])
  })
})
