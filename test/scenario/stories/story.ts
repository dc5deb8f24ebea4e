import { randomUUID } from 'node:crypto'
import type { Party } from '../../../domain/case/case'
import type { Stage } from '../../../domain/case/stage'
import type { Answers, Input } from '../../../domain/contract/calls'
import { stageWords } from '../../../src/words/stageWords'
import { act } from '../openHouse'
import { ROLES, type Box, type Cast, type Role, type Who } from './cast'
import { mustBePrivate, NOT_FOR_RESIDENT, NOT_FOR_SUPPLIER, PHONE } from './private'

type Command = Input<'actOnCase'>['command']
type View = Answers['showCase']['view']

/** What one step made of the case, and what each role read and was told of it; whoever is not named read and was told nothing new. */
export interface Then {
  stage: Stage
  holder: Party | null
  /** New lines of the story, as each role reads them. */
  reads: Partial<Record<Role, string>>
  /** Titles of new messages in the inbox. */
  told: Partial<Record<Who, string>>
}

/** How it stands for a role when the story is over. */
export interface End {
  /** The stage in this role's words. */
  stands: string
  /** What they may still do, in the order of the rules. */
  may: string
  /** What of the money they see, see `sumsOf`. */
  sums: string
}

/** A command of a person, or anything else that happens; it may yield another case to go on with. */
export type Deed = Command | ((cast: Cast, caseId: string) => Promise<string | void>)
export type Step = readonly [who: Who | 'clock', does: Deed, then: Then]

export interface Story {
  name: string
  /** What differs from one bad box that is to be refunded. */
  files?: Partial<Omit<Input<'fileCase'>, 'caseId' | 'orderId' | 'lineId'>>
  /** What everybody read and was told when it was filed. */
  filed: Then
  steps: readonly Step[]
  /** Missing roles do not know that there is a case. */
  ends: Partial<Record<Role, End>>
}

/** A story as it really went, in the shape of what was expected. */
export type Played = Pick<Story, 'filed' | 'ends'> & { steps: Then[] }

/** Whichever box it is about. */
export const BUYER = '某邻居'

/** Longer than a decision can be taken back here. ms */
const UNDO = 1100

/** Plays a story through the real calls, with the courier after each step, and looks at it from every side. */
export async function play(cast: Cast, story: Story): Promise<Played> {
  const box = await cast.box()
  let caseId: string = randomUUID()
  await file(cast, caseId, box, story.files ?? {})
  let before = await lookAround(cast, caseId, box)
  const filed = thenOf(before, null)
  // What those who decide note for themselves, in every story: nobody else ever reads it.
  await act(cast.phones.operator, caseId, 'operator', { type: 'note', words: `${NOT_FOR_RESIDENT}${NOT_FOR_SUPPLIER}老客户`, internal: true })
  before = await lookAround(cast, caseId, box)
  const steps: Then[] = []
  for (const [who, does] of story.steps) {
    const next = await take(cast, caseId, who, does)
    const after = await lookAround(cast, next, box)
    steps.push(thenOf(after, next === caseId ? before : null))
    ;[caseId, before] = [next, after]
  }
  return { filed, steps, ends: Object.fromEntries(ROLES.flatMap(role => { const view = before[role]?.view; return view ? [[role, endOf(view, role)]] : [] })) }
}

async function file({ phones: { resident } }: Cast, caseId: string, box: Box, files: NonNullable<Story['files']>): Promise<void> {
  const { orderId, lineId, household: [, receiver] } = box
  await resident.call('fileCase', {
    caseId, orderId, lineId, reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 2990 },
    photos: [await resident.photo()], words: `一打开就是烂的，打 ${PHONE} 找${receiver ?? ''}`, ...files,
  })
}

/** @returns the case that the story goes on with */
async function take(cast: Cast, caseId: string, who: Who | 'clock', does: Deed): Promise<string> {
  if (typeof does === 'function') return await does(cast, caseId) ?? caseId
  if (who === 'clock') throw new Error('the clock has no phone')
  const view = await act(cast.phones[who], caseId, who === 'colleague' ? 'operator' : who, does)
  if (view.takesEffect) await cast.house.cloud.moveTime(UNDO)
  return caseId
}

interface Sight {
  /** Null: for this role there is no such case. */
  view: View | null
  /** Titles of the messages about it, the oldest first. */
  told: string[]
}

async function lookAround(cast: Cast, caseId: string, box: Box): Promise<Record<Who, Sight>> {
  // What takes effect by itself is told by itself.
  await cast.house.courier()
  // Whose case it is looks first: what the others see then is that they know.
  const [own, ...others] = (Object.keys(cast.phones) as Who[]).sort((a, b) => Number(b === 'resident') - Number(a === 'resident'))
  const look = async (who: Who): Promise<[Who, Sight]> => {
    const as = who === 'colleague' ? 'operator' : who
    const phone = cast.phones[who]
    const shown = await phone.call('showCase', { caseId, as }).catch((why: { refusal?: { code: string } }) => {
      if (why.refusal?.code !== 'CASE_NOT_FOUND') throw why
      return null
    })
    const notices = (await phone.call('listNotices', {})).notices.filter(n => n.caseId === caseId)
    mustBePrivate(as, box, [shown, notices])
    // Another role's message is not this one's to read.
    expect(notices.filter(n => n.as !== as)).toEqual([])
    return [who, { view: shown?.view ?? null, told: notices.map(n => n.title.replaceAll(box.household[0] ?? '', BUYER)).reverse() }]
  }
  const sights = [await look(own as Who), ...await Promise.all(others.map(look))]
  expect(await cast.stranger.refused('showCase', { caseId })).toMatchObject({ code: 'CASE_NOT_FOUND' })
  return Object.fromEntries(sights) as Record<Who, Sight>
}

function thenOf(after: Record<Who, Sight>, before: Record<Who, Sight> | null): Then {
  const views = ROLES.flatMap(role => after[role].view ?? [])
  const stands = new Set(views.map(v => `${v.stage} ${v.holder ?? 'nobody'}`))
  // One truth for all who see it.
  expect([...stands]).toHaveLength(1)
  const [view] = views as [View]
  const linesOf = (sight: Sight | undefined) => [...sight?.view?.story ?? []].reverse().map(line => line.says)
  const news = (all: readonly string[], known: readonly string[]) => {
    // Nothing that somebody was told before is ever reworded or taken away.
    expect(all.slice(0, known.length)).toEqual(known)
    return all.slice(known.length).join(' / ')
  }
  const only = <K extends string>(pairs: readonly [K, string][]) => Object.fromEntries(pairs.filter(([, words]) => words !== '')) as Partial<Record<K, string>>
  return {
    stage: view.stage, holder: view.holder,
    reads: only(ROLES.filter(role => after[role].view).map(role => [role, news(linesOf(after[role]), linesOf(before?.[role]))])),
    told: only((Object.keys(after) as Who[]).map(who => [who, news(after[who].told, before?.[who].told ?? [])])),
  }
}

function endOf(view: View, role: Role): End {
  return { stands: stageWords(view, role), may: view.mayDo.join(' '), sums: sumsOf(view) }
}

/** Fen, as far as this role sees them: what the household gets, what is claimed back, who bears it. */
function sumsOf(view: View): string {
  const shares = Object.entries(view.liability?.shares ?? {}).filter(([, fen]) => fen > 0).map(([party, fen]) => `${party} ${fen}`)
  return [
    `${view.money} ${view.amount}`, ...(view.freight > 0 ? [`freight ${view.freight}`] : []), ...(view.compensation > 0 ? [`compensation ${view.compensation}`] : []),
    ...(view.recovery && view.recovery.state !== 'none' ? [`recovery ${view.recovery.state} ${view.recovery.amount}`] : []), ...(shares.length > 0 ? [`borne by ${shares.join(', ')}`] : []),
  ].join('; ')
}
