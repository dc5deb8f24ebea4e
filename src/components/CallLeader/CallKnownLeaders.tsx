import { useState, type ReactNode } from 'react'
import { knownLeaders } from '../../cloud/knownLeaders'
import { CallLeader } from './CallLeader'

/** Where the page does not know whose community it is about, or could not load it: every leader this phone has met. */
export function CallKnownLeaders(): ReactNode {
  const [leaders] = useState(knownLeaders)
  return leaders.map(one => <CallLeader key={one.leaderPhone} community={one} label={leaders.length > 1 ? `打电话给团长${one.leaderName}` : '打电话给团长'} kind='quiet' />)
}
