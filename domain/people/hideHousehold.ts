import type { ClaimedLine } from '../case/case'
import { maskPhones } from './maskPhones'

const HIDDEN = '＊＊'

/** 5号楼602, 12栋3单元1504室, 3幢, 602室: how neighbours say where they live. */
const DOOR = /[0-9]{1,3}\s*(?:号楼|栋|幢|座)(?:\s*[0-9]{1,2}\s*(?:单元|门))?(?:\s*[0-9]{2,4}\s*(?:室|房)?)?|[0-9]{3,4}\s*(?:室|房(?!间))/g

/**
 * Words for those who must not learn who the resident is: phone numbers, the household's own names and its door are made unreadable.
 * Names are known from the order, so they are found wherever somebody wrote them; a name of one letter would blank half a sentence and stays.
 */
export function hideHousehold(words: string, line: Pick<ClaimedLine, 'buyer' | 'receiver' | 'room'>): string {
  // Phones first, so that a nickname of a few digits does not break one up; a nickname that contains a phone is known with and without it.
  const names = [line.room, line.receiver, line.buyer].flatMap(name => [name, maskPhones(name)]).filter(name => [...name].length > 1 && name !== '****')
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length)
  return longestFirst.reduce((text, name) => text.replaceAll(name, HIDDEN), maskPhones(words)).replace(DOOR, HIDDEN)
}
