import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Answers } from '../../../../domain/contract/calls'
import { readKept, writeKept } from '../../../cloud/kept'
import { useMe } from '../../../cloud/me'
import type { Asked } from '../../../cloud/useAnswer'

type Me = Answers['whoAmI']
export type OwnDesk = Me['operates'][number]

export interface AtDesk {
  me: Asked<Me>
  /** The one shown now; null before it is known, and for who works at none. */
  desk: OwnDesk | null
  choose: (deskId: string) => void
}

/** Kept on the phone: who works at several opens the app where it was left. */
const LAST = 'operator.desk'

/** Which desk the operator's pages show: the one named in the address, else the last one chosen, else the first. */
export function useDesk(): AtDesk {
  const me = useMe()
  const named = useRouter().params.desk
  const [chosen, setChosen] = useState<string | null>(() => named ?? readKept<string>(LAST))
  const desks = me.data?.operates ?? []
  return {
    me,
    desk: desks.find(d => d.deskId === chosen) ?? desks[0] ?? null,
    choose(deskId) {
      writeKept(LAST, deskId)
      setChosen(deskId)
    },
  }
}
