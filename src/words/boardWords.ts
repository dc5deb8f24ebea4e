import { percentKept, type Kept } from '../../domain/clock/attainment'
import { isTooMuch, SATISFIED_AT_LEAST, TIME_TARGETS, type Share, type ShareTarget } from '../../domain/clock/targets'
import type { Board, BoardGroup, BoardRow } from '../../domain/contract/calls'
import { promisedWords } from './promiseWords'
import { partyWords } from './stageWords'

/** Who has to do what: 等供货商说认不认, 等您先回一声, 等团长把整件办完. */
export function waitsWords({ clock, party }: Pick<BoardRow, 'clock' | 'party'>, reader: 'leader' | 'operator'): string {
  const who = partyWords(party, reader)
  if (clock === 'respond') return `等${who}先回一声`
  if (clock === 'resolve') return `等${who}把整件办完`
  const promised = promisedWords({ clock, party }, reader)
  return promised.startsWith(who) ? `等${promised}` : `等${who} · ${promised}`
}

/** What stands beside a target. `missed`: it was not attained; without anything that ended it is neither. */
export interface TargetWords { says: string; missed: boolean }

/** A target of time and how often it was kept. */
export function attainedWords({ target, ...counts }: Board['attainment'][number]): TargetWords & { label: string } {
  const percent = percentKept(counts)
  const label = TIME_TARGETS[target]
  if (percent === null) return { label, says: '30 天里没有这样的事', missed: false }
  return { label, says: counts.broken === 0 ? `${counts.kept} 件都做到了` : `${counts.kept + counts.broken} 件做到 ${counts.kept} 件，${percent}%`, missed: counts.broken > 0 }
}

/** How many of those who said so are satisfied. */
export function ratedWords({ rated, satisfied }: Board['satisfaction']): TargetWords {
  const percent = percentKept({ kept: satisfied, broken: rated - satisfied })
  return percent === null ? { says: '还没有人打过分', missed: false } : { says: `${rated} 位打了分，${satisfied} 位满意，${percent}%`, missed: percent < SATISFIED_AT_LEAST }
}

/** 120 单里 3 单，2.5%: rounded up, so that what is too much never reads as if it were not. */
export function shareWords(target: ShareTarget, { count, of }: Share): TargetWords {
  const what = target === 'lost' ? '户' : '单'
  if (of === 0) return { says: target === 'lost' ? '再往前 30 天没有人买' : '30 天里没有订单', missed: false }
  return { says: count === 0 ? `${of} ${what}里没有` : `${of} ${what}里 ${count} ${what}，${Math.ceil((1000 * count) / of) / 10}%`, missed: isTooMuch(target, { count, of }) }
}

/** 晚了 2 件，快到时间 1 件. */
export function groupWords({ soon, late }: Pick<BoardGroup, 'soon' | 'late'>): string {
  return [late > 0 ? `晚了 ${late} 件` : '', soon > 0 ? `快到时间 ${soon} 件` : ''].filter(Boolean).join('，') || '没有要到时间的'
}

/** 30 天里 12 次做到 11 次. */
export function keptWords({ kept, broken }: Kept): string {
  return kept + broken === 0 ? '30 天里没有办完的' : `30 天里 ${kept + broken} 次做到 ${kept} 次`
}
