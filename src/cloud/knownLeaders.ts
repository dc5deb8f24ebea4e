import { readKept, writeKept } from './kept'

export interface KnownLeader { leaderName: string; leaderPhone: string }

const KEY = 'leaders'
/** Nobody buys from more at a time. */
const MOST = 5

/** Those whose number was on this phone's screen: they can be called when nothing can be loaded. The last seen first. */
export function knownLeaders(): KnownLeader[] {
  return readKept<KnownLeader[]>(KEY) ?? []
}

export function rememberLeader({ leaderName, leaderPhone }: KnownLeader): void {
  const known = knownLeaders()
  if (known[0]?.leaderPhone === leaderPhone && known[0].leaderName === leaderName) return
  writeKept(KEY, [{ leaderName, leaderPhone }, ...known.filter(k => k.leaderPhone !== leaderPhone)].slice(0, MOST))
}
