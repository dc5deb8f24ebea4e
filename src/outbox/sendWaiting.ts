import type { Input } from '../../domain/contract/calls'
import type { CaseView } from '../../domain/people/caseView'
import { call } from '../cloud/call'
import { asCallFailed, NETWORK, type CallFailed } from '../cloud/callFailed'
import { PHOTOS } from '../cloud/photoTrip'
import { sendTrip } from '../cloud/sendTrip'
import { reopenTrip, type Trip, type TripKind } from '../cloud/trip'
import { refresh } from '../cloud/useAnswer'
import { VIDEOS } from '../cloud/videoTrip'
import { VOICES } from '../cloud/voiceTrip'
import { forgetDraft, renewCaseId } from './filingDraft'
import { readTrips, writeTrips } from './keptTrips'
import { forgetSheetDraft, noteLate } from './sheetDraft'
import { putWaiting, removeWaiting, tellWaiting, waitingNow, type Waiting, type WaitingFiling } from './waiting'

/** What became of an attempt. `waits`: the outbox tries again by itself. */
export type Sent = { state: 'sent'; view: CaseView } | { state: 'waits'; why: CallFailed } | { state: 'refused'; why: CallFailed }

/** Between two attempts when the network claims to be there: ms, doubled each time up to the most. */
const FIRST_PAUSE = 15_000
const LONGEST_PAUSE = 300_000

const onTheWay = new Map<string, Promise<Sent>>()
/** Being made ready by a page that will send them itself. */
const held = new Set<string>()
let pass: Promise<void> | null = null
let pause = FIRST_PAUSE
let timer: ReturnType<typeof setTimeout> | null = null

/** Whether this one is being sent at this moment. */
export function isOnTheWay(id: string): boolean {
  return onTheWay.has(id) || held.has(id)
}

/** Whether a page has this one in hand and shows itself how far it is. */
export function isHeld(id: string): boolean {
  return held.has(id)
}

/**
 * Stores it first and sends it then: whatever happens in between, the next launch knows of it. A refusal is the caller's to show,
 * so nothing stays in the outbox then. `ready`: what has to be done before it can be sent, while it already counts as waiting.
 */
export async function sendNow(one: Waiting, ready?: () => Promise<CallFailed | null>): Promise<Sent> {
  held.add(one.id)
  putWaiting(one)
  try {
    const why = await ready?.() ?? null
    const end: Sent = why === null ? await sendOnce(one) : { state: 'refused', why }
    if (end.state === 'refused') removeWaiting(one.id)
    if (end.state === 'waits') tryLater()
    return end
  } finally {
    held.delete(one.id)
    tellWaiting()
  }
}

/** Sends all that waits, one after the other; called at start, when the network is back, and by a tap. */
export function sendWaiting(): Promise<void> {
  pass ??= sendAll().finally(() => { pass = null })
  return pass
}

/** The network is back, or somebody does not want to wait: the pauses begin anew. */
export function sendWaitingAtOnce(): Promise<void> {
  pause = FIRST_PAUSE
  return sendWaiting()
}

async function sendAll(): Promise<void> {
  for (const { id } of waitingNow()) {
    // Looked up again: it may have been taken back while the one before was sent.
    const one = waitingNow().find(w => w.id === id)
    if (!one || one.refused || held.has(id)) continue
    const end = await sendOnce(one)
    if (end.state === 'refused') stayRefused(one, end.why)
    if (end.state === 'waits' && end.why.code === NETWORK) break
  }
  if (waitingNow().some(w => !w.refused && !held.has(w.id))) tryLater()
  else pause = FIRST_PAUSE
}

/** Nobody is looking: it stays in sight until somebody has read why. */
function stayRefused(one: Waiting, why: CallFailed): void {
  if (!waitingNow().some(w => w.id === one.id)) return
  putWaiting({ ...one, refused: why.refusal })
  if (one.kind === 'step' && one.owner !== undefined) noteLate(one.owner)
}

function tryLater(): void {
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(() => {
    timer = null
    void sendWaiting()
  }, pause)
  pause = Math.min(pause * 2, LONGEST_PAUSE)
}

/** One attempt at a time for each, whoever asks. */
function sendOnce(one: Waiting): Promise<Sent> {
  const running = onTheWay.get(one.id)
  if (running) return running
  const attempt = send(one).finally(() => {
    onTheWay.delete(one.id)
    tellWaiting()
  })
  onTheWay.set(one.id, attempt)
  tellWaiting()
  return attempt
}

async function send(one: Waiting): Promise<Sent> {
  try {
    const { view } = one.kind === 'filing' ? await call('fileCase', await withEvidence(one)) : await call('actOnCase', one.input)
    arrived(one, view)
    return { state: 'sent', view }
  } catch (trouble) {
    const why = asCallFailed(trouble)
    if (why.again) return { state: 'waits', why }
    // Nothing was done under this id, and what is done next must not be taken for a repetition of it.
    if (one.kind === 'filing' && why.code === 'LINE_HAS_OPEN_CASE') renewCaseId(one.owner)
    refresh('showLine', 'showCase')
    return { state: 'refused', why }
  }
}

async function withEvidence({ input, owner }: WaitingFiling): Promise<Input<'fileCase'>> {
  const photos = await sendTrips(PHOTOS, owner)
  return { ...input, photos, voices: await sendTrips(VOICES, owner), videos: await sendTrips(VIDEOS, owner) }
}

/** What did not arrive yet, one by one; how far each got is kept after every step. */
async function sendTrips<T extends Trip>(kind: TripKind<T>, owner: string): Promise<string[]> {
  const trips = readTrips(kind, owner)
  const ids: string[] = []
  for (const [i, kept] of trips.entries()) {
    const trip = kept.id === null ? await reopenTrip(kept) : kept
    trips[i] = trip
    ids.push(await sendTrip(kind, trip, () => undefined, () => writeTrips(kind, owner, trips)))
  }
  return ids
}

const sentHere: { owner: string; view: CaseView; leader: Waiting['leader']; at: number }[] = []

/** The filing on this line that arrived since then, for a page that was waiting for it. */
export function sentSince(owner: string, since: number): (typeof sentHere)[number] | null {
  return sentHere.find(s => s.owner === owner && s.at >= since) ?? null
}

function arrived(one: Waiting, view: CaseView): void {
  if (one.kind === 'filing') {
    sentHere.push({ owner: one.owner, view, leader: one.leader, at: Date.now() })
    forgetDraft(one.owner)
  } else if (one.owner !== undefined) forgetSheetDraft(one.owner)
  removeWaiting(one.id)
  refresh('whoAmI', 'residentHome', 'showLine', 'showCase')
}
