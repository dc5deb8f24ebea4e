import { NOT_REACHED, type HouseholdEvent, type Reach, type Warning, type WarningEvent } from './warning'

/** A warning after one more event; null before the first. Throws when the first is not its start: then the record is damaged. */
export function evolveWarning(warning: Warning | null, e: WarningEvent): Warning {
  if (e.type === 'WarningStarted') {
    if (warning) throw new Error('a warning starts once')
    return { words: e.words, doThis: e.doThis, caseId: e.caseId, startedAt: e.at, startedBy: e.by, state: 'active', held: false, suppliersTold: [], lifted: null }
  }
  if (!warning) throw new Error(`${e.type} before the warning's start`)
  switch (e.type) {
    case 'ProductHeld': return { ...warning, held: true }
    case 'ProductReleased': return { ...warning, held: false }
    case 'SupplierTold': return { ...warning, suppliersTold: [...warning.suppliersTold, e.supplierId] }
    case 'WarningLifted': return { ...warning, state: 'lifted', held: false, lifted: { at: e.at, by: e.by, words: e.words } }
  }
}

/** The warning that its record tells. */
export function replayWarning(events: readonly WarningEvent[]): Warning {
  const warning = events.reduce<Warning | null>(evolveWarning, null)
  if (!warning) throw new Error('a warning without a record')
  return warning
}

/** What the household itself said comes first and stays; of what others put down the last word counts. */
export function evolveReach(reach: Reach, e: HouseholdEvent): Reach {
  switch (e.type) {
    case 'HouseholdReached':
      if (e.how === 'acknowledged') return { ...reach, acknowledgedAt: reach.acknowledgedAt ?? e.at }
      return { ...reach, told: { how: e.how, at: e.at, by: e.by }, unreachable: null }
    case 'HouseholdMarkedUnreachable': return { ...reach, told: null, unreachable: { how: e.how, at: e.at, by: e.by } }
    case 'ReachTakenBack': return { ...reach, told: null, unreachable: null }
  }
}

export function replayReach(events: readonly HouseholdEvent[]): Reach {
  return events.reduce(evolveReach, NOT_REACHED)
}
