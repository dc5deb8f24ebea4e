import { policyOf } from '../../domain/clock/communityClocks'
import { isToAct, kindOfTemplate } from '../../domain/notice/kinds'
import type { Notice } from '../../domain/notice/notice'
import { quietUntil, quietWhileClosed } from '../../domain/notice/quietUntil'
import type { NoticeSettings } from '../../domain/notice/settings'
import { takenOverIn } from '../../domain/notice/takenOver'
import type { Community } from '../../domain/orders/order'
import { hasUsualQuiet } from '../lib/noticeSettings'
import { byIds } from './byIds'

/**
 * Until when each of these is held back at an instant, by what whom it is for wants; null where it may go then. What a leader's side or the desk has to do is heard while the community is
 * open, by its own hours: what is promised at 23:00 cannot wait for a morning. Who chose other quiet hours than the usual is told by those. A danger is not asked about here.
 * Communities are read where it hangs on them, at night. @param at ms
 */
export async function quietFor(notices: readonly Notice[], settings: (personId: string) => NoticeSettings, at: number): Promise<(notice: Notice) => number | null> {
  const until = (notice: Notice) => quietUntil(at, settings(notice.personId).quiet)
  const promised = notices.filter(n => until(n) !== null && isPromised(n) && hasUsualQuiet(settings(n.personId)))
  const communities = await byIds<Community>('communities', promised.flatMap(communitiesOf))
  return notice => {
    const here = promised.includes(notice) ? communitiesOf(notice).flatMap(id => communities.get(id) ?? []) : []
    const { quiet } = settings(notice.personId)
    const each = here.map(community => quietWhileClosed(at, quiet, { open: policyOf(community, at).open }))
    // Of a nudge about several places, the first that is open.
    return each.length === 0 ? until(notice) : each.includes(null) ? null : Math.min(...each.flatMap(e => e ?? []))
  }
}

/** What somebody waits for an answer to, from whoever answers in their community's hours. */
function isPromised({ as, kind, template }: Notice): boolean {
  return (as === 'leader' || as === 'operator') && isToAct(kind ?? kindOfTemplate(template))
}

function communitiesOf({ _id, about, places = [] }: Notice): string[] {
  const led = takenOverIn(_id)
  if (led !== null) return [led]
  return about ? [about.communityId] : places.flatMap(place => (place.startsWith('community:') ? [place.slice('community:'.length)] : []))
}
