import { isAppealsOwn, isExcluded } from '../case/appeal'
import { isLeftOut } from '../case/askAgain'
import type { CaseState } from '../case/case'
import { heldBeside } from '../case/stage'
import { isInvestigated } from '../clock/promisedNow'
import type { Community } from '../orders/order'
import { isCapable, operatorsOf, type Desk } from './desk'
import { leadersOf, sideOf } from './team'

/** Who is there for a community now. Person ids. */
export interface Staff {
  /** The leader, and who decides in the leader's place. */
  leaders: readonly string[]
  /** Everybody of the leader's side: those who gather as well. */
  side: readonly string[]
  /** Of the desk that serves it, who may decide cases, and who appeals; null where none serves it. */
  desk: { deciders: readonly string[]; appealDeciders: readonly string[] } | null
  /** Who acts for the supplier of the case. */
  supplierPeople: readonly string[]
}

export function staffOf(community: Pick<Community, 'leaderId' | 'team'>, desk: Pick<Desk, 'members'> | null, supplierPeople: readonly string[] = []): Staff {
  const able = (command: 'settle' | 'decideAppeal') => (desk ? operatorsOf(desk).filter(o => isCapable(o.capabilities, command)).map(o => o.personId) : [])
  return {
    leaders: leadersOf(community), side: sideOf(community),
    desk: desk && { deciders: able('settle'), appealDeciders: able('decideAppeal') }, supplierPeople,
  }
}

/** What of a case says who may not act on it. */
type Restricted = Pick<CaseState, 'hiddenFrom' | 'hiddenIn' | 'residentId' | 'follows' | 'decision' | 'rejection' | 'appeal' | 'supplierId' | 'about'>

/**
 * Who of one side may bring a case on: sees it, is capable, and had no part in what it goes on from. At a desk neither their own complaint nor what they
 * answer for as its supplier is theirs; a leader's own case is (docs/decisions/0010). Person ids; nobody: the case may not wait for this side.
 */
export function whoActs(c: Restricted, side: 'leader' | 'operator', { leaders, side: everybody, desk, supplierPeople }: Staff): string[] {
  const may = (id: string) => !isHiddenFromId(c, id, everybody) && !(isUndecided(c) && isLeftOut(c, id))
  if (side === 'leader') return leaders.filter(may)
  const able = desk === null || (c.about === 'operator' && isUndecided(c)) ? [] : c.decision === 'appealed' ? desk.appealDeciders : desk.deciders
  return able.filter(id => may(id) && !isAppealsOwn(c, id) && id !== c.residentId && !(isUndecided(c) && c.supplierId !== null && supplierPeople.includes(id)))
}

/** Whether it is hidden from somebody, given who is on the leader's side of its community. */
export function isHiddenFromId(c: Pick<CaseState, 'hiddenFrom' | 'hiddenIn'>, personId: string, side: readonly string[]): boolean {
  return c.hiddenFrom?.includes(personId) === true || (c.hiddenIn !== undefined && side.includes(personId))
}

/** What was decided is carried out by whoever is there. */
function isUndecided({ decision }: Pick<CaseState, 'decision'>): boolean {
  return !['agreed', 'rejected', 'dismissed', 'withdrawn'].includes(decision)
}

/**
 * Whose an open case is, so that it always waits for somebody who may act: the side that has it, as long as somebody there may; else the other; else
 * nobody's. Null where it waits for the resident, for a supplier, or for nothing. An appeal stays with its desk until another is appointed there.
 */
export function heldByNow(c: CaseState, staff: Staff): 'leader' | 'operator' | 'nobody' | null {
  const held = heldBeside(c)
  if (held !== 'leader' && held !== 'operator') return null
  if (whoActs(c, held, staff).length > 0 || (c.decision === 'appealed' && staff.desk !== null)) return held
  const other = held === 'leader' ? 'operator' : 'leader'
  return whoActs(c, other, staff).length > 0 ? other : 'nobody'
}

/**
 * Whether somebody has to be appointed at the desk first: nobody there may decide the appeal that waits [spec: case, rule 4], or nobody at all may see it.
 * @param deciders of appeals, at the desk
 * @param side who of the desk is on the leader's side as well
 */
export function needsAnother(c: CaseState, deciders: readonly string[], side: readonly string[]): boolean {
  if (c.nobodyThere != null && heldBeside(c) !== null) return true
  return c.decision === 'appealed' && deciders.every(id => isExcluded(c, id) || id === c.residentId || isHiddenFromId(c, id, side))
}

/** To whom the system gives a case that waits for whoever may not act; null where it lies where it should. */
export function giveTo(c: CaseState, staff: Staff): 'leader' | 'operator' | 'nobody' | null {
  const to = heldByNow(c, staff)
  if (to !== (c.nobodyThere != null ? 'nobody' : heldBeside(c))) return to
  // Nobody finds out any more what they would decide by: they decide.
  return to === 'leader' && staff.desk === null && isInvestigated(c) ? to : null
}
