import type { Refusal } from '../../domain/contract/refusal'
import type { Input } from '../../domain/contract/calls'
import { readKept, writeKept } from '../cloud/kept'

interface Common {
  /** The case's id for a filing, the command's for a step: what makes sending it again count once. */
  id: string
  caseId: string
  /** What it is, in words for whoever waits. */
  title: string
  /** Whom to call meanwhile. */
  leader: { leaderName: string; leaderPhone: string }
  /** Set once it was refused: it stays until it was seen. */
  refused: Refusal | null
}

/** A complaint on its way; its photos, voices and videos are those kept for `owner`. */
export interface WaitingFiling extends Common {
  kind: 'filing'
  owner: string
  input: Omit<Input<'fileCase'>, 'photos' | 'voices' | 'videos'>
}

/** A resident's answer on its way. */
export interface WaitingStep extends Common {
  kind: 'step'
  /** What its words and photos are kept by, until it has arrived; missing where they are not kept so. */
  owner?: string
  input: Input<'actOnCase'>
}

export type Waiting = WaitingFiling | WaitingStep

/**
 * What could not be sent yet. Only a resident's filing and answers come here: they say what the resident wants, whenever it arrives.
 * What a leader or a supplier decides does not: it would be carried out hours later, unseen, against a case that may have moved on;
 * they are told that it did not go and tap again, with the same command's id.
 */
const KEY = 'outbox'

let shown: readonly Waiting[] | null = null
const listeners = new Set<() => void>()

export function waitingNow(): readonly Waiting[] {
  shown ??= readKept<Waiting[]>(KEY) ?? []
  return shown
}

/** Puts one in, or in place of the one with its id. */
export function putWaiting(one: Waiting): void {
  const others = stored()
  write(others.some(w => w.id === one.id) ? others.map(w => (w.id === one.id ? one : w)) : [...others, one])
}

export function removeWaiting(id: string): void {
  write(stored().filter(w => w.id !== id))
}

/** @returns stop listening */
export function onWaiting(hear: () => void): () => void {
  listeners.add(hear)
  return () => { listeners.delete(hear) }
}

/** Something about them changed that is not stored: which one is being sent. */
export function tellWaiting(): void {
  shown = [...stored()]
  for (const hear of listeners) hear()
}

/** Read anew for each change: another window of the same person may have changed it. */
function stored(): Waiting[] {
  return readKept<Waiting[]>(KEY) ?? []
}

function write(next: Waiting[]): void {
  writeKept(KEY, next)
  shown = next
  for (const hear of listeners) hear()
}
