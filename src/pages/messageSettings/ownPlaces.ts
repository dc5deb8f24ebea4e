import type { Answers, Input } from '../../../domain/contract/calls'
import type { Told } from '../../../domain/notice/kinds'

/** Whose group's robot somebody may put there in a role; `place` is null for who has none, and `name` then ''. */
export interface OwnPlace { place: NonNullable<Input<'showChannels'>['place']> | null; name: string }

/** The communities that somebody leads, or whom they supply for; one without a place for everybody else. A helper puts no robot there. */
export function ownPlaces({ leads, supplies }: Pick<Answers['whoAmI'], 'leads' | 'supplies'>, as: Told): OwnPlace[] {
  const places: OwnPlace[] = as === 'leader' ? leads.filter(l => l.limit === null).map(l => ({ place: { kind: 'community', id: l.communityId }, name: l.name }))
    : as === 'supplier' ? [...new Map(supplies.map(s => [s.supplierId, s.name]))].map(([id, name]) => ({ place: { kind: 'supplier', id }, name }))
      : []
  return places.length > 0 ? places : [{ place: null, name: '' }]
}
