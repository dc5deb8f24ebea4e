import type { ClaimedLine } from '../case/case'
import { maskAccounts } from './maskAccounts'
import { maskIds } from './maskIds'
import { maskPhones } from './maskPhones'
import { maskRooms } from './maskRooms'

const HIDDEN = '＊＊'

/**
 * Words for those who must not learn who the resident is: phone numbers, identity cards, accounts, the household's own names and where anybody lives are made unreadable.
 * Names are known from the order, so they are found wherever somebody wrote them; a name of one letter would blank half a sentence and stays.
 */
export function hideHousehold(words: string, line: Pick<ClaimedLine, 'buyer' | 'receiver' | 'room'>): string {
  // Phones first, so that a nickname of a few digits does not break one up; a nickname that contains a phone is known with and without it.
  const names = [line.room, line.receiver, line.buyer].flatMap(name => [name, maskPhones(name)]).filter(name => [...name].length > 1 && name !== '****')
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length)
  const unnamed = longestFirst.reduce((text, name) => text.replaceAll(name, HIDDEN), maskAccounts(maskPhones(maskIds(words, HIDDEN)), HIDDEN))
  return maskRooms(unnamed, line.room, HIDDEN)
}
