import { DISPUTE_CODES } from '../case/reasons'
import { LONGEST_REPLY } from './reply'
import { SUPPLIER_REPLIES } from './supplierReplies'

test('there is a sentence for whatever a supplier has to say, and none asks for a household\'s name', () => {
  const all = [...DISPUTE_CODES.map(reason => SUPPLIER_REPLIES.dispute[reason]), SUPPLIER_REPLIES.askEvidence, SUPPLIER_REPLIES.offer]
  for (const sentences of all) {
    expect(sentences.length).toBeGreaterThan(0)
    for (const words of sentences) {
      expect(words).not.toMatch(/[{}]/)
      expect(words.length).toBeLessThanOrEqual(LONGEST_REPLY)
    }
  }
})
