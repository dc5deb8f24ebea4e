/** Letters of words, one each, and the same half-width; what has no single letter that way is `x`, so that places agree. */
export function lettersOf(words: string): { letters: string[]; bare: string } {
  const letters = [...words]
  return { letters, bare: letters.map(letter => { const narrow = letter.normalize('NFKC'); return narrow.length === 1 ? narrow : 'x' }).join('') }
}

/** Puts one mask in place of some letters. */
export function hideLetters(letters: string[], from: number, to: number, mask: string): void {
  letters.fill('', from, to)
  letters[from] = mask
}
