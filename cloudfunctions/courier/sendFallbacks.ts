import { randomUUID } from 'node:crypto'
import type { Fallback, FallbackState, Way } from '../../domain/notice/fallback/fallback'
import type { Attempt } from '../../domain/notice/notice'
import { _, db } from '../lib/database'
import type { Address, Channel, ChannelAnswer, Item } from './channels/channel'
import { email } from './channels/email'
import { robot } from './channels/robot'
import { sms } from './channels/sms'
import { dangersFirst } from './dangersFirst'
import { planFallbacks } from './planFallbacks'
import { tellable } from './tellable'

const CHANNELS: Readonly<Record<Way, Channel>> = { robot, email, sms }

/** Entries looked at in one run; what is left waits a minute. */
const MOST = 300
/** Places and people whose messages go at the same time: who is slow holds up nobody else. */
const AT_ONCE = 5
/** A function lives at most 60 s [wechat], and a message that began may take some of it. ms */
const LONGEST = 45_000
/** What is `sending` for longer was left behind by a function that died. ms */
const LEFT_BEHIND = 120_000
/** Nothing was sent, so it may be tried again, a little later each time. ms */
const BACK_OFF = [60_000, 300_000, 1_800_000]

type Count = (outcome: string, by?: number) => void

/**
 * What WeChat did not take goes the other ways: planned first, then sent, each entry at most once. All that is due at one place is one message. As for WeChat's
 * copy, `sending` is written before the call, and what is found so after a crash becomes `unknown`. @param now when the run began
 */
export async function sendFallbacks(now: number): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  const count: Count = (outcome, by = 1) => { if (by > 0) outcomes[outcome] = (outcomes[outcome] ?? 0) + by }
  const [left, planned] = await Promise.all([db.collection('fallbacks').where({ state: 'sending', at: _.lt(now - LEFT_BEHIND) }).update({ state: 'unknown', why: 'lost' }), planFallbacks(now)])
  count('unknown', left.updated)
  count('planned', planned)
  // What was planned just now is due just now.
  const due = await dangersFirst<Fallback>(MOST, async only => (await db.collection('fallbacks').where({ state: 'due', at: _.lte(now), ...only }).orderBy('at', 'asc').limit(MOST).get()).data as Fallback[])
  const byPlace = new Map<string, Fallback[]>()
  for (const entry of due) byPlace.set(`${entry.way} ${entry.to}`, [...byPlace.get(`${entry.way} ${entry.to}`) ?? [], entry])
  const waiting = [...byPlace.values()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (Date.now() > now + LONGEST) return
      await sendTo(next, count).catch((error: unknown) => {
        console.error(`messages by ${next?.[0]?.way} to ${next?.[0]?.to}`, error)
        count('error')
      })
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, worker))
  return outcomes
}

/** All that is due at one place, by one way, as one message. */
async function sendTo(due: readonly Fallback[], count: Count): Promise<void> {
  const [first] = due
  if (!first) return
  const channel = CHANNELS[first.way]
  const address = await channel.addressOf(first.to)
  if (address === null) return count('none', await end(due, 'none', 'removed'))
  const items = new Map<string, Item>()
  for (const seen of await tellable(due, Date.now())) {
    if (seen.is === 'now') items.set(seen.entry._id, seen.item)
    else if (seen.is === 'over') count('none', await end([seen.entry], 'none', seen.why))
    else if (seen.is === 'later') count('later', await wait([seen.entry], seen.at))
    else count('error', await setBehind([seen.entry], 'broken', Date.now()))
  }
  const told = due.filter(({ _id }) => items.has(_id))
  if (told.length === 0) return
  const freeAt = await channel.turn(address, Date.now())
  if (freeAt !== null) return count('later', await wait(told, freeAt))
  const batch = randomUUID()
  const claimed = await claim(told, batch)
  if (claimed.length === 0) return count('takenByAnother', told.length)
  await sendBatch(channel, address, claimed, claimed.flatMap(({ _id }) => items.get(_id) ?? []), batch, count)
}

/** Of several couriers each gets the entries that it was first at. @returns those that are ours, as they were */
async function claim(entries: readonly Fallback[], batch: string): Promise<Fallback[]> {
  const ids = entries.map(e => e._id)
  const { updated } = await db.collection('fallbacks').where({ _id: _.in(ids), state: 'due' }).update({ state: 'sending', at: Date.now(), batch, tries: _.inc(1) })
  if (updated === entries.length) return [...entries]
  const { data } = await db.collection('fallbacks').where({ _id: _.in(ids), batch }).limit(ids.length).get()
  const ours = new Set((data as Fallback[]).map(e => e._id))
  return entries.filter(({ _id }) => ours.has(_id))
}

async function sendBatch(channel: Channel, address: Address, claimed: readonly Fallback[], items: readonly Item[], batch: string, count: Count): Promise<void> {
  const at = Date.now()
  const answer = await channel.send(address, items, batch, at)
  const attempt: Attempt = { at, ms: Date.now() - at, answer: answer.taken ? 'ok' : answer.code }
  count(await settle(channel, address, claimed, answer, attempt, batch), claimed.length)
}

async function settle(channel: Channel, address: Address, claimed: readonly Fallback[], answer: ChannelAnswer, attempt: Attempt, batch: string): Promise<string> {
  const own = { state: 'sending', batch }
  const ended = async (state: FallbackState, why: string) => {
    await db.collection('fallbacks').where({ _id: _.in(claimed.map(e => e._id)), ...own }).update({ state, why, at: Date.now(), attempts: _.push([attempt]) })
    return state
  }
  if (answer.taken) return ended('sent', '')
  console.error(`${claimed[0]?.way}: ${answer.code}, ${claimed.length} ${answer.means}`)
  switch (answer.means) {
    case 'lost': return ended('unknown', answer.code)
    case 'failed': return ended('failed', answer.code)
    case 'gone': {
      await channel.lostAddress(claimed[0]?.to ?? '', address, answer.code, Date.now())
      return ended('failed', answer.code)
    }
    case 'later': {
      await setBehind(claimed, answer.code, Date.now(), own, attempt)
      return 'later'
    }
  }
}

/** Tries them later, or gives them up after the last time. Entries of one message may have been tried differently often. @returns how many there were */
async function setBehind(entries: readonly Fallback[], code: string, now: number, own: object = { state: 'due' }, attempt?: Attempt): Promise<number> {
  const tried = attempt ? { attempts: _.push([attempt]) } : { tries: _.inc(1) }
  for (const tries of new Set(entries.map(e => e.tries))) {
    const wait = BACK_OFF[tries]
    const ids = entries.filter(e => e.tries === tries).map(e => e._id)
    await db.collection('fallbacks').where({ _id: _.in(ids), ...own }).update({ why: code, ...tried, ...(wait === undefined ? { state: 'failed', at: now } : { state: 'due', at: now + wait }) })
  }
  return entries.length
}

async function wait(entries: readonly Fallback[], at: number): Promise<number> {
  return changed(entries, { at })
}

async function end(entries: readonly Fallback[], state: FallbackState, why: string): Promise<number> {
  return changed(entries, { state, why, at: Date.now() })
}

async function changed(entries: readonly Fallback[], change: object): Promise<number> {
  const { updated } = await db.collection('fallbacks').where({ _id: _.in(entries.map(e => e._id)), state: 'due' }).update(change)
  return updated ?? 0
}
