import type { CaseRecord, Cast, DeliveryRecord, FallbackRecord, LostWay, NoticeRecord, Records } from './records'

/** What came of what WeChat did not take. Lists name what is wrong; figures are for people. */
export interface OtherWays {
  owed: number
  /** How they ended; `outdated`: what they asked for was done before their turn came. */
  sent: number
  unknown: number
  failed: number
  outdated: number
  /** What was due where nothing could be sent any more; and what was owed while nothing could, and was not planned there. */
  removed: number
  excused: number
  /** Robots and mailboxes that were lost; how many were found out, and replaced. */
  waysLost: { lost: number; setAside: number; setAgain: number }
  /** Messages that services took; each may be about several. */
  messages: Readonly<Record<string, number>>
  /** How often a service answered what, as far as it was written down. */
  answers: Readonly<Record<string, number>>
  /** The most that one robot was asked in any minute. */
  robotsMost: number
  lost: string[]
  unowed: string[]
  doubled: string[]
  missing: string[]
  repeated: string[]
  unrecorded: string[]
  left: string[]
  tooOften: string[]
  /** Asked though it was known that there is no such. */
  inVain: string[]
  /** That a way works no more was not told to whose it is, or not once. */
  untold: string[]
}

/** [WeCom: messages of one robot in a minute] */
const A_MINUTE = { ms: 60_000, messages: 20 }

/**
 * Answers after which nothing can have been sent. Whatever else came before another try is a message that may have gone out twice. A connection to a mail server
 * may also have broken before the mail was begun, by the same name; a mail that was taken all the same is found by its id.
 */
const CERTAIN: Readonly<Record<string, RegExp>> = { robot: /^(?:-1|45009|45011|ECONNREFUSED)$/, email: /^(?:4\d\d|E[A-Z]+)$/, sms: /^(?:RequestLimitExceeded|LimitExceeded\..*|ECONNREFUSED)$/ }

/** Nobody who looked whether there is such a way is still at work after so long: a function lives no longer. ms */
const A_FUNCTION = 60_000

/** What somebody may have done before its turn came. */
const MAY_BE_DONE = ['toHandle', 'reminder']

/**
 * Holds what went other ways against what WeChat did not take, and against what the services outside took: each thing at most once to each group, mailbox and
 * phone; each message the one of a batch that is said to be sent, or of which nobody knows.
 */
export function otherWaysOf({ notices, cases, fallbacks, deliveries, robotsAsked, lostWays }: Records, cast: Cast): OtherWays {
  const owing = new Map(owedTo(notices.filter(isOwed), cases, cast).map(o => [o.id, o]))
  const owed = new Set(owing.keys())
  const allowed = new Set(owedTo(notices.filter(n => isOwed(n) || mayGoBothWays(n)), cases, cast).map(o => o.id))
  const there = fallbacks.map(f => f._id)
  const batches = new Map<string, FallbackRecord[]>()
  for (const f of fallbacks.filter(one => one.batch !== '')) batches.set(f.batch, [...batches.get(f.batch) ?? [], f])
  const byId = new Map(notices.map(n => [n._id, n]))
  const { doubled, told } = match(deliveries, batches, cast, byId)
  const planned = new Map<string, number>()
  for (const { noticeId, attempts } of fallbacks) planned.set(noticeId, Math.min(planned.get(noticeId) ?? Infinity, attempts[0]?.at ?? Infinity))
  const missing = [...owing.values()].filter(({ id }) => !there.includes(id))
  const excused = missing.filter(({ notice, ...o }) => lostWays.some(l => isSame(l, o) && wasSetAside(l, notice.at, planned.get(notice._id) ?? Infinity)))
  const inState = (state: string) => fallbacks.filter(f => f.state === state)
  const most = Object.entries(robotsAsked).map(([key, times]) => ({ key, most: mostInAMinute(times) }))
  return {
    owed: owed.size, sent: inState('sent').length, unknown: inState('unknown').length, failed: inState('failed').length, outdated: fallbacks.filter(f => f.state === 'none' && f.why === 'outdated').length,
    removed: fallbacks.filter(f => f.state === 'none' && f.why === 'removed').length, excused: excused.length,
    waysLost: { lost: lostWays.length, setAside: lostWays.filter(l => l.from !== null).length, setAgain: lostWays.filter(l => l.until !== null).length },
    messages: countOf(deliveries.map(d => d.service)), answers: countOf(fallbacks.flatMap(f => f.attempts.map(a => `${f.way} ${a.answer}`))), robotsMost: Math.max(0, ...most.map(m => m.most)),
    lost: missing.filter(o => !excused.includes(o)).map(o => o.id),
    unowed: there.filter(id => !allowed.has(id)),
    doubled: [...doubled, ...there.filter((id, at) => there.indexOf(id) !== at)],
    missing: [...batches].filter(([batch, of]) => of.some(f => f.state === 'sent') && !told.has(batch)).map(([batch, of]) => `${of[0]?.way} ${of[0]?.to}: ${batch}, ${of.length}`),
    repeated: fallbacks.filter(f => f.attempts.slice(0, -1).some(a => !CERTAIN[f.way]?.test(a.answer))).map(f => `${f._id}: ${f.attempts.map(a => a.answer).join(', ')}`),
    unrecorded: fallbacks.filter(f => !isRecorded(f, byId.get(f.noticeId), lostWays)).map(f => `${f._id}: ${f.state} ${f.why} after ${f.attempts.map(a => a.answer).join(', ')}`),
    left: inState('due').concat(inState('sending')).map(f => `${f._id}: ${f.state}`),
    inVain: lostWays.flatMap(({ address, from }) => (robotsAsked[address.slice('robot '.length)] ?? []).filter(at => from !== null && at > from + A_FUNCTION).map(at => `${address} at ${at}, set aside at ${from}`)),
    untold: untoldOf(lostWays, notices, cast),
    tooOften: most.filter(m => m.most > A_MINUTE.messages).map(m => `${m.key}: ${m.most} in a minute`),
  }
}

/** What goes to a place by a way, if it can. */
interface OwedEntry { id: string; way: string; to: string; notice: NoticeRecord }

function isSame(a: { way: string; to: string }, b: { way: string; to: string }): boolean {
  return a.way === b.way && a.to === b.to
}

/** Whether nothing could be sent there at some moment between these. ms */
function wasSetAside({ from, until }: LostWay, after: number, before: number): boolean {
  return from !== null && from <= before && after <= (until ?? Infinity)
}

/** Whose robot or mailbox it was hears of it in the inbox, once each time: who was told, and died before it was written down, may have been told in vain. */
function untoldOf(lostWays: readonly LostWay[], notices: readonly NoticeRecord[], { leaders, suppliers }: Cast): string[] {
  return lostWays.filter((l, at) => lostWays.findIndex(other => isSame(other, l)) === at).flatMap(({ way, to }) => {
    const all = lostWays.filter(l => isSame(l, { way, to }))
    const start = way === 'robot' ? `robotGone:${to}:` : 'contactGone:email:'
    const people = way === 'email' ? [to] : to.startsWith('supplier:') ? suppliers : leaders
    return people.flatMap(personId => {
      const heard = notices.filter(n => n.personId === personId && n._id.startsWith(start)).length
      const atLeast = all.filter(l => l.from !== null).length
      return heard < atLeast || heard > all.length ? [`${way} ${to}: ${personId} was told ${heard} times, ${all.length} were lost, ${atLeast} found out`] : []
    })
  })
}

/** WeChat did not take its copy; of a danger also where nobody knows whether it did. */
function isOwed({ copy, copyError, urgent }: NoticeRecord): boolean {
  return (['none', 'failed'].includes(copy) && !['outdated', 'read'].includes(copyError)) || (urgent === true && copy === 'unknown')
}

/** A danger that WeChat took only later, or said later that it had: whoever looked in between sent it the other ways as well, nobody has to have looked. */
function mayGoBothWays({ urgent, tries, attempts = [] }: NoticeRecord): boolean {
  return urgent === true && tries > 0 && attempts[0]?.answer !== 'ok'
}

/**
 * Every way that each notice is owed to: a group hears once what several of its people were to be told. A nudge is about no case: it is owed to every
 * group of those who are nudged so, once in its half hour, for here all leaders lead, and all suppliers supply, one place.
 */
function owedTo(notices: readonly NoticeRecord[], cases: readonly CaseRecord[], { addresses }: Cast): OwedEntry[] {
  const ways = new Set(addresses.values())
  const byId = new Map(cases.map(c => [c._id, c]))
  return notices.filter(n => n.as !== 'resident' && n.template !== null).flatMap(n => {
    const about = byId.get(n.caseId)
    const kind = n.as === 'leader' ? 'community' : 'supplier'
    const groups = about ? [`${kind}:${kind === 'community' ? about.communityId : about.supplierId}`] : isNudge(n._id) && n.as !== 'operator' ? [...ways].flatMap(way => (way.startsWith(`robot ${kind}:`) ? [way.slice('robot '.length)] : [])) : []
    return [
      ...groups.filter(group => ways.has(`robot ${group}`)).map(group => ({ id: `robot:${group}:${saidToAll(n._id)}`, way: 'robot', to: group, notice: n })),
      ...['email', 'sms'].filter(way => ways.has(`${way} ${n.personId}`)).map(way => ({ id: `${way}:${n.personId}:${n._id}`, way, to: n.personId, notice: n })),
    ]
  })
}

function isNudge(noticeId: string): boolean {
  return noticeId.startsWith('nudge:')
}

/** What a notice is about without whom it tells: `nudge:leader:<person>:994000` → `nudge:leader:00994000`, else all but the person at its end. */
function saidToAll(noticeId: string): string {
  const parts = noticeId.split(':')
  return isNudge(noticeId) ? `${parts.slice(0, 2).join(':')}:${(parts[3] ?? '').padStart(8, '0')}` : parts.slice(0, -1).join(':')
}

/** Finds for each message the batch that it is: by the batch's id where the service was told it, else, of a robot, by whose it is and how many it speaks of. */
function match(deliveries: readonly DeliveryRecord[], batches: ReadonlyMap<string, readonly FallbackRecord[]>, { addresses }: Cast, notices: ReadonlyMap<string, NoticeRecord>): { doubled: string[]; told: Set<string> } {
  const told = new Set<string>()
  const doubled = deliveries.filter(delivery => {
    const whose = addresses.get(`${delivery.service} ${delivery.to}`)
    const fits = ([batch, of]: [string, readonly FallbackRecord[]], state: string) => !told.has(batch) && speaksOf(delivery, of, notices) && of.every(f => f.state === state && `${f.way} ${f.to}` === whose) && (delivery.id === '' || delivery.id.startsWith(batch))
    const found = [...batches].find(b => fits(b, 'sent')) ?? [...batches].find(b => fits(b, 'unknown'))
    if (found) told.add(found[0])
    return !found
  }).map(d => `${d.service} to ${addresses.get(`${d.service} ${d.to}`) ?? d.to}: ${d.title} ${d.text.slice(0, 40)}`)
  return { doubled, told }
}

/** How many things a message speaks of: a mail of messages, what is shorter of cases. */
function countIn({ service, title, text }: DeliveryRecord): number {
  if (service === 'sms') return Number(text.split('|')[0])
  return Number((service === 'mail' ? /(\d+) 条/.exec(title) : /(\d+) 件/.exec(text))?.[1])
}

/** Whether a message speaks of what a batch holds. */
function speaksOf(delivery: DeliveryRecord, of: readonly FallbackRecord[], notices: ReadonlyMap<string, NoticeRecord>): boolean {
  const count = countIn(delivery)
  if (delivery.service === 'mail') return count === of.length
  // What is about no case stands for itself.
  const known = new Set(of.filter(f => !isNudge(f.noticeId)).map(f => notices.get(f.noticeId)?.caseId || f.noticeId)).size
  // A nudge is about as many as were late then, those that are told of beside it among them.
  return of.some(f => isNudge(f.noticeId)) ? count >= Math.max(1, known) : count === known
}

/** What became of it is written down so that somebody can see why. */
function isRecorded({ state, way, to, at, why, tries, attempts }: FallbackRecord, notice: NoticeRecord | undefined, lostWays: readonly LostWay[]): boolean {
  const last = attempts.at(-1)?.answer
  switch (state) {
    case 'sent': return last === 'ok'
    case 'failed': return last !== undefined && last !== 'ok' && why === last
    // Killed in between, nobody was left to write down what was asked.
    case 'unknown': return tries > 0 && last !== 'ok' && why !== ''
    case 'none': return why === 'removed' ? lostWays.some(l => isSame(l, { way, to }) && wasSetAside(l, at - A_FUNCTION, at)) : why === 'outdated' && MAY_BE_DONE.includes(notice?.template ?? '')
    default: return true
  }
}

/** The most that fall into any minute. `times`: ms, oldest first */
export function mostInAMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from, i) => times.slice(i).filter(at => at < from + A_MINUTE.ms).length))
}

function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
