import type { CaseCommandType } from '../case/commands'
import { refusal, type Refusal } from '../contract/refusal'

/** What somebody of a desk may do: 客服, 投诉, 物流与供货, 培训, 管理. */
export const CAPABILITIES = { support: '客服', complaints: '投诉', logistics: '物流与供货', training: '培训', management: '管理' } as const
export type Capability = keyof typeof CAPABILITIES
export const CAPABILITY_CODES = Object.keys(CAPABILITIES) as [Capability, ...Capability[]]

/** Somebody of a desk. */
export interface Operator {
  personId: string
  name: string
  capabilities: Capability[]
  /** Fen that they may settle or offer in one case; null: no limit of theirs. */
  limit: number | null
  since: number
}

/**
 * 平台: who answers for communities beside their leaders, for all channels, and looks again at what a leader refused. Who is in it stands here, and
 * which desk serves a community stands in the community: one write ends either, for whoever asks next.
 */
export interface Desk {
  _id: string
  name: string
  /** '' when not given. */
  phone: string
  /** By person id. */
  members: Record<string, Operator>
  /** Where to look; what counts is the community's own `deskId`. */
  communityIds: string[]
  createdAt: number
  /** Guards every write of members, so that of two managers who remove each other one stays. */
  version: number
}

/** More hands than a desk for neighbourhoods has. */
export const MOST_OPERATORS = 50
/** Communities of one desk: each call of an operator reads which they are. */
export const MOST_SERVED = 200

const DECIDING: readonly Capability[] = ['support', 'complaints']
/** Those who say how things go, beside deciding single cases. */
export const LEADING: readonly Capability[] = ['complaints', 'management']
const GOODS: readonly Capability[] = ['logistics']

/**
 * Which capability each command of an operator needs: any one of those named. What is not written here no operator may do.
 * An appeal is decided by training or management [case.md, clocks], or by complaints: that desk has negotiation authority and is who a small
 * platform has; that it is not the one who decided is a rule of the case, whatever the capability.
 */
export const NEEDS = {
  settle: DECIDING, reject: DECIDING, offer: DECIDING, forward: DECIDING, askEvidence: DECIDING, addEvidence: DECIDING, agree: DECIDING, decline: DECIDING,
  note: DECIDING, plan: DECIDING, tell: DECIDING, appeal: DECIDING, startRefund: DECIDING, payRefund: DECIDING, failRefund: DECIDING,
  decideAppeal: ['training', 'management', 'complaints'],
  reassign: LEADING, investigate: LEADING, endInvestigation: LEADING, splitLiability: LEADING,
  forwardReturn: GOODS, receiveReturn: GOODS, inspectReturn: GOODS, giveBack: GOODS, sendReplacement: GOODS, receiveReplacement: GOODS, admitRecovery: GOODS, disputeRecovery: GOODS,
  // Only whoever decided takes it back, with whatever they are left.
  undo: CAPABILITY_CODES,
} as const satisfies Partial<Record<CaseCommandType, readonly Capability[]>>

/** Any one of these is needed for the command; none: no operator may. */
export function needsOf(command: string): readonly Capability[] {
  return Object.hasOwn(NEEDS, command) ? NEEDS[command as keyof typeof NEEDS] : []
}

/** Whether these capabilities are enough for the command. */
export function isCapable(capabilities: readonly Capability[], command: CaseCommandType): boolean {
  return needsOf(command).some(c => capabilities.includes(c))
}

/** Why these capabilities are not enough; null when they are. */
export function capabilityTrouble(capabilities: readonly Capability[], command: CaseCommandType, field = 'command.type'): Refusal | null {
  if (isCapable(capabilities, command)) return null
  const needs = needsOf(command)
  return refusal('NOT_YOUR_CAPABILITY', needs.length === 0 ? '这一步不归平台做' : `这一步归${capabilityWords(needs)}，请转给他们`, field)
}

/** 客服或投诉 */
export function capabilityWords(capabilities: readonly Capability[]): string {
  return capabilities.map(c => `「${CAPABILITIES[c]}」`).join('或')
}

/** Whoever came first stands first. */
export function operatorsOf({ members }: Pick<Desk, 'members'>): Operator[] {
  return Object.values(members).sort((a, b) => a.since - b.since || a.personId.localeCompare(b.personId))
}

/** The member with this id, and nobody whom objects have by nature. */
export function operatorOf({ members }: Pick<Desk, 'members'>, personId: string): Operator | null {
  return Object.hasOwn(members, personId) ? members[personId] ?? null : null
}

/** Who of the desk has the capability for a command. Person ids. */
export function capableOf(desk: Pick<Desk, 'members'>, command: CaseCommandType): string[] {
  return operatorsOf(desk).filter(m => isCapable(m.capabilities, command)).map(m => m.personId)
}

/** Whom a message for the desk reaches: those who can do what it asks for and are not left out of it; everybody, where nobody can. Person ids. */
export function deskReached(desk: Pick<Desk, 'members'>, asksFor: CaseCommandType, isOut: (personId: string) => boolean = () => false): string[] {
  const able = capableOf(desk, asksFor).filter(id => !isOut(id))
  return able.length > 0 ? able : operatorsOf(desk).map(m => m.personId)
}

/** Whether this person may invite, change and remove others, and take on communities. */
export function manages(desk: Pick<Desk, 'members'>, personId: string): boolean {
  return operatorOf(desk, personId)?.capabilities.includes('management') ?? false
}

type Members = Desk['members']

/** The members with one more. Who is there already is changed, not invited again. */
export function withOperator(desk: Desk, operator: Operator): Members | Refusal {
  if (operatorOf(desk, operator.personId)) return refusal('ALREADY_IN', '您已经在这个平台里了', 'token')
  if (operatorsOf(desk).length >= MOST_OPERATORS) return refusal('DESK_FULL', '人太多了，请管理的人先去掉几个', 'token')
  return { ...desk.members, [operator.personId]: { ...operator, capabilities: inOrder(operator.capabilities) } }
}

/** The members with other capabilities, or another limit, for one of them. */
export function withChanged(desk: Desk, personId: string, { capabilities, limit }: Pick<Operator, 'capabilities' | 'limit'>): Members | Refusal {
  const operator = operatorOf(desk, personId)
  if (!operator) return refusal('NOT_FOUND', '这个人已经不在了', 'memberId')
  return managed({ ...desk.members, [personId]: { ...operator, capabilities: inOrder(capabilities), limit } }, 'capabilities')
}

/** The members without one of them. Nobody to take out: as they were. */
export function withoutOperator(desk: Desk, personId: string): Members | Refusal {
  if (!operatorOf(desk, personId)) return desk.members
  return managed(Object.fromEntries(Object.entries(desk.members).filter(([id]) => id !== personId)), 'memberId')
}

/** A desk nobody manages could let nobody in or out any more. */
function managed(members: Members, field: string): Members | Refusal {
  return Object.values(members).some(m => m.capabilities.includes('management')) ? members : refusal('LAST_MANAGER', '平台至少要有一个人管理，请先让别人也能管理', field)
}

/** Each once, in the order of the table. */
function inOrder(capabilities: readonly Capability[]): Capability[] {
  return CAPABILITY_CODES.filter(c => capabilities.includes(c))
}
