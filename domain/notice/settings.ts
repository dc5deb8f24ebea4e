import { KINDS_FOR, type NoticeKind, type Told } from './kinds'
import { USUAL_QUIET, type QuietHours } from './quietHours'

/** Ways by which a notice is brought to somebody's attention. The inbox is none of them: what stands there is the delivery, and cannot be switched off. */
export const CHANNELS = ['wechat', 'robot', 'email', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { wechat: '微信消息', robot: '群机器人', email: '电子邮件', sms: '短信' }

/**
 * By which ways somebody in a role can be told. A neighbour who cannot be reached by WeChat is told by the leader, by hand; a group's robot speaks to
 * the people of a leader or of a supplier, not to a desk.
 */
export const CHANNELS_FOR: Readonly<Record<Told, readonly Channel[]>> = {
  resident: ['wechat'],
  leader: ['wechat', 'robot', 'email', 'sms'],
  supplier: ['wechat', 'robot', 'email', 'sms'],
  operator: ['wechat', 'email', 'sms'],
}

/** What somebody chose for one kind of notice, where it is not as usual. */
export type KindChoice = Partial<Record<Channel, boolean>>

/** What somebody wants to be told about, and when. What is not said is as usual: see `isWanted`. */
export interface NoticeSettings {
  /** null: no quiet hours. */
  quiet: QuietHours | null
  choices: Partial<Record<Told, Partial<Record<NoticeKind, KindChoice>>>>
}

/** As it is kept: one document per person, under the person's id. */
export interface NoticeSettingsDocument extends NoticeSettings { _id: string; savedAt: number }

export function usualSettings(quiet: QuietHours | null = USUAL_QUIET): NoticeSettings {
  return { quiet, choices: {} }
}

/** What cannot wait and cannot be switched off: a danger. */
export function isLocked(kind: NoticeKind): boolean {
  return kind === 'hazard'
}

/** What somebody has to act on. */
const TO_ACT: readonly NoticeKind[] = ['hazard', 'toHandle', 'reminder']

/** WeChat and a mailbox are patient; a group hears what is to be done; a text message costs money and rings. */
const USUAL: Readonly<Record<Channel, (kind: NoticeKind) => boolean>> = { wechat: () => true, email: () => true, robot: kind => TO_ACT.includes(kind), sms: isLocked }

/**
 * Whether somebody in a role is told of a kind by a channel: as they chose, else as usual. A danger always goes.
 * `pressing`: usually told by every channel, as what was escalated is
 */
export function isWanted({ choices }: NoticeSettings, as: Told, kind: NoticeKind, channel: Channel, pressing = false): boolean {
  if (!CHANNELS_FOR[as].includes(channel)) return false
  if (isLocked(kind)) return true
  return choices[as]?.[kind]?.[channel] ?? (pressing || USUAL[channel](kind))
}

/** The settings with one choice made; null where that is not theirs to choose. What is as usual is not kept. */
export function choose(settings: NoticeSettings, as: Told, kind: NoticeKind, channel: Channel, wanted: boolean): NoticeSettings | null {
  if (isLocked(kind) || !KINDS_FOR[as].includes(kind) || !CHANNELS_FOR[as].includes(channel)) return null
  const { [channel]: _before, ...others } = settings.choices[as]?.[kind] ?? {}
  const usual = isWanted(usualSettings(), as, kind, channel)
  return { ...settings, choices: { ...settings.choices, [as]: { ...settings.choices[as], [kind]: wanted === usual ? others : { ...others, [channel]: wanted } } } }
}

/** The first choice that is not theirs to make: of a danger, of a kind or by a way that the role does not get. null: all are. */
export function notToChoose(settings: NoticeSettings): { as: Told; kind: NoticeKind } | null {
  for (const [as, kinds] of Object.entries(settings.choices) as [Told, Partial<Record<NoticeKind, KindChoice>>][]) {
    for (const [kind, choice] of Object.entries(kinds) as [NoticeKind, KindChoice][]) {
      for (const [channel, wanted] of Object.entries(choice) as [Channel, boolean][]) if (choose(settings, as, kind, channel, wanted) === null) return { as, kind }
    }
  }
  return null
}
