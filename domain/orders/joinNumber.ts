/** By 跟团号 as people count: 2 before 12, J15 after all plain numbers, none at the end. */
export function byJoinNumber(a: { joinNumber: string }, b: { joinNumber: string }): number {
  const [one, other] = [valueOf(a.joinNumber), valueOf(b.joinNumber)]
  // Infinity less Infinity is no number.
  return one === other ? a.joinNumber.localeCompare(b.joinNumber) : one - other
}

function valueOf(joinNumber: string): number {
  if (joinNumber === '') return Infinity
  const number = Number.parseInt(joinNumber, 10)
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number
}
