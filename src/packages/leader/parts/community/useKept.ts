import { useRouter } from '@tarojs/taro'
import type { Answers } from '../../../../../domain/contract/calls'
import type { Asked } from '../../../../cloud/useAnswer'
import { useCommunity } from './useCommunity'

export interface Kept {
  me: Asked<Answers['whoAmI']>
  /** null before it is known, and for who has none. */
  communityId: string | null
  /** Somebody of a desk looks at a community that it serves. */
  served: boolean
}

/** Whose rules, sentences and published reasons are shown: as on the leader's other pages; for somebody of a desk the one named in the address. */
export function useKept(): Kept {
  const { me, community } = useCommunity()
  const named = useRouter().params.community
  const served = named !== undefined && me.data !== undefined && me.data.operates.length > 0 && !me.data.leads.some(l => l.communityId === named)
  return { me, served, communityId: served ? named : community?.communityId ?? null }
}
