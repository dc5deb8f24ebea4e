import type { Notice } from '../../domain/notice/notice'
import type { Community } from '../../domain/orders/order'
import { leadersOf } from '../../domain/people/team'
import type { CaseDocument } from '../lib/cases'
import { findById } from '../lib/database'
import { tellWhoRuns } from '../lib/tellWhoRuns'

/** Tells those who run this what stands in the way of messages, and where there is no desk the leader whose message it was. `about`: the template or the like that it is about. */
export async function alarm(code: number, about: string, says: string, notice: Notice, now: number): Promise<void> {
  const told = await tellWhoRuns({ key: `${code}:${about}`, title: '微信消息发不出去', body: `${says}（${code}）` }, () => leadersFor(notice), now)
  console.error(`WeChat ${code} about ${about}: ${told} told`)
}

async function leadersFor({ caseId }: Notice): Promise<string[]> {
  const about = caseId === '' ? null : await findById<CaseDocument>('cases', caseId)
  const community = about && await findById<Community>('communities', about.communityId)
  return community ? leadersOf(community) : []
}
