import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { readKept, writeKept } from '../../../../cloud/kept'
import { useMe } from '../../../../cloud/me'
import type { Asked } from '../../../../cloud/useAnswer'

type Me = Answers['whoAmI']
export type Led = Me['leads'][number]

export interface Leading {
  me: Asked<Me>
  /** The one shown now; null before it is known, and for who leads none. */
  community: Led | null
  choose: (communityId: string) => void
}

/** Kept on the phone: a leader of several opens the app where it was left. */
const LAST = 'leader.community'

/** Which community the leader's pages show: the one named in the address, else the last one chosen, else the first. */
export function useCommunity(): Leading {
  const me = useMe()
  const named = useRouter().params.community
  const [chosen, setChosen] = useState<string | null>(() => named ?? readKept<string>(LAST))
  const leads = me.data?.leads ?? []
  return {
    me,
    community: leads.find(l => l.communityId === chosen) ?? leads[0] ?? null,
    choose(communityId) {
      writeKept(LAST, communityId)
      setChosen(communityId)
    },
  }
}
