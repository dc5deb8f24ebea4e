/** Mobile numbers and landlines in words, however they are spaced. */
const PHONE = /(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d)[-\s]?(\d{4})[-\s]?(\d{4})(?!\d)|(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)/g

/** Words with phone numbers made unreadable, for those who must not learn who the resident is. */
export function maskPhones(words: string): string {
  return words.normalize('NFKC').replace(PHONE, (_all, head?: string, _mid?: string, tail?: string) => (head && tail ? `${head}****${tail.slice(-2)}**` : '****'))
}
