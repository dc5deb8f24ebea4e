import type { ClockName } from '../../domain/clock/rules'
import { before, lateBy, spoken } from '../../domain/clock/shanghai'
import type { PromiseSeen } from '../../domain/people/promisesSeen'
import { partyWords, type Reader } from './stageWords'

/** A promise in words. `tone` is never the only sign: what is late begins with a mark. */
export interface PromiseLine {
  what: string
  when: string
  /** What happens next where it is late; '' where nothing does by itself. */
  next: string
  tone: 'running' | 'late' | 'paused'
}

/** Who promised what: 团长看, 您补材料. */
export function promisedWords({ clock, party }: Pick<PromiseSeen, 'clock' | 'party'>, reader: Reader): string {
  const who = partyWords(party, reader)
  const them = partyWords('resident', reader)
  switch (clock) {
    case 'respond': return party === reader ? '您先回一声' : '有人回应'
    case 'review': return `${who}看`
    case 'operator': return `${who}定`
    case 'supplierFirst': return `${who}回话`
    case 'evidence': return `${who}补材料`
    case 'offer': return `${who}点头`
    case 'counter': return `${who}回${them}的价`
    case 'appeal': return `${who}重新看`
    case 'appealWindow': return `${who}可以找人再看`
    // The desk looks into it, whoever has the case meanwhile.
    case 'investigation': return `${partyWords('operator', reader)}查清楚`
    case 'bringBack': return `${who}把东西拿来`
    case 'inspect': return `${who}验货`
    case 'giveBack': return `${who}把东西还给${them}`
    case 'replace': return `${who}发货`
    case 'receive': return `${who}收货`
    case 'refund': return `${who}把钱退给${them}`
    // From a carrier it is whoever talks to it who has to bring the answer.
    case 'recovery': return party === 'supplier' ? `${who}说认不认` : `${who}问到快递的答复`
    case 'resolve': return '整件办完'
    case 'update': return `${who}给${them}回个话`
    case 'tell': return `${who}告诉到${them}`
  }
}

/** What the resident has been asked for, while nothing else goes by. */
const ASKED: Partial<Record<ClockName, string>> = { evidence: '补照片', offer: '点头', bringBack: '把东西拿来', receive: '收货' }

/** What runs, is late or stands still: the late ones first, then what is due first, what stands still last. */
export function runningLines(promises: readonly PromiseSeen[], reader: Reader, now: number): PromiseLine[] {
  const running = promises.filter(p => p.endedAt === null)
  const asked = running.flatMap(p => (p.party === 'resident' ? ASKED[p.clock] ?? [] : []))[0] ?? '回话'
  return running.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)).map(promise => ({ what: promisedWords(promise, reader), ...stateOf(promise, reader, asked, now) }))
}

function stateOf(promise: PromiseSeen, reader: Reader, asked: string, now: number): Omit<PromiseLine, 'what'> {
  if (promise.pausedBy !== null) {
    const still = pausedWords(promise.pausedBy, reader, asked)
    return promise.dueAt === null ? { tone: 'paused', when: still, next: '' } : { tone: 'late', when: `已经${lateBy(promise.late)}，现在${still}`, next: '' }
  }
  if (promise.dueAt === null) return { tone: 'paused', when: '还说不准，那一年的放假安排还没公布', next: '' }
  // The answer may be older than this minute.
  const late = now - promise.dueAt
  // What is aimed at may come before what is promised: said as what it is, nobody takes one for the other.
  if (late <= 0) return { tone: 'running', when: `${promise.clock === 'resolve' ? '争取' : ''}${before(promise.dueAt, now)}`, next: '' }
  // Nobody is told off for not having answered.
  if (promise.party === 'resident') return { tone: 'paused', when: '时间过了', next: '' }
  return { tone: 'late', when: `已经${lateBy(late)}`, next: nextWords(promise, reader, now) }
}

function pausedWords(why: NonNullable<PromiseSeen['pausedBy']>, reader: Reader, asked: string): string {
  const them = partyWords('resident', reader)
  switch (why) {
    case 'resident': return `停着，在等${them}${asked}，先不算时间`
    case 'notTold': return `停着，还没告诉到${them}，先不算时间`
    case 'investigation': return `停着，${reader === 'operator' ? '在查' : '平台在查'}，查完重新算`
  }
}

/** As the rule of escalation has it, and nothing else. */
function nextWords({ escalates }: PromiseSeen, reader: Reader, now: number): string {
  if (escalates === null) return ''
  const desk = reader === 'operator' ? '我们' : '平台'
  const when = escalates.at <= now ? '马上' : `${spoken(escalates.at, now)}还没有，`
  return escalates.takes ? `${when}会自动请${desk}接过去` : `${when}会提醒${desk}来看`
}

export interface PromisesDone {
  kept: number
  broken: number
  /** What was kept so and so often, and by how much the others were not; the newest first. */
  lines: { what: string; how: string; late: boolean }[]
}

/** What came of those that are over. What the resident was waited for is no promise to anybody; what went to somebody else was neither kept nor broken. */
export function doneWith(promises: readonly PromiseSeen[], reader: Reader, now: number): PromisesDone {
  const over = promises.filter(p => p.party !== 'resident' && (p.standing === 'kept' || p.standing === 'broken')).reverse()
  const broken = over.filter(p => p.standing === 'broken')
  const kept = over.filter(p => p.standing === 'kept')
  const times = new Map<string, PromiseSeen[]>()
  for (const one of kept) times.set(promisedWords(one, reader), [...times.get(promisedWords(one, reader)) ?? [], one])
  return {
    kept: kept.length, broken: broken.length,
    lines: [
      ...broken.map(p => ({ what: promisedWords(p, reader), how: `${lateBy(p.late)}（${spoken(p.endedAt ?? now, now)}）`, late: true })),
      ...[...times].map(([what, all]) => ({ what, how: all.length > 1 ? `按时，${all.length} 次` : `按时（${spoken(all[0]?.endedAt ?? now, now)}）`, late: false })),
    ],
  }
}

/** 按时做到 3 次 · 晚了 1 次; '' where nothing is over. These are promises, while 件 are cases. */
export function doneWords({ kept, broken }: Pick<PromisesDone, 'kept' | 'broken'>): string {
  return [kept > 0 ? `按时做到 ${kept} 次` : '', broken > 0 ? `晚了 ${broken} 次` : ''].filter(Boolean).join(' · ')
}
