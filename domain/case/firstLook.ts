import { CLASSES, type About, type CaseClass } from './reasons'

/** Who is there for a community at the moment of filing. Person ids. */
export interface Around {
  /** Whether a desk of the platform serves it. */
  desk: boolean
  leaderId: string
  /** Who decides in the leader's place. */
  helpers: readonly string[]
  /** Who gathers for the leader and decides nothing. */
  helperLeaders: readonly string[]
  /** Who acts for the supplier of the product. */
  supplierPeople: readonly string[]
}

export interface FirstLook {
  heldBy: 'leader' | 'operator'
  /** Who of them looks: a helper where the leader is the one named. */
  looks: 'leader' | 'helper' | 'operator'
  /** Must never learn of it, each of them the one that a complaint names. Person ids. */
  hiddenFrom: string[]
}

/**
 * Who looks at a case first. A complaint about the service is never looked at by whoever it names, whatever is wanted: the desk has it, else a
 * helper in the leader's place. Null: nobody else is there.
 * @param wanted whom a rule gives it to; as usual for the class where none does
 */
export function firstLook(caseClass: CaseClass, about: About | undefined, around: Around, wanted: 'desk' | 'leader' = CLASSES[caseClass].first): FirstLook | null {
  const hiddenFrom = hiddenFromIn(caseClass, about, around)
  // A complaint about the platform is not the platform's to look at first.
  const desk: FirstLook | null = around.desk && about !== 'operator' ? { heldBy: 'operator', looks: 'operator', hiddenFrom } : null
  if (wanted === 'desk' && desk) return desk
  if (!hiddenFrom.includes(around.leaderId)) return { heldBy: 'leader', looks: 'leader', hiddenFrom }
  if (desk) return desk
  return around.helpers.some(id => !hiddenFrom.includes(id)) ? { heldBy: 'leader', looks: 'helper', hiddenFrom } : null
}

/** Who must never learn of it: those whom a complaint names. Person ids. */
export function hiddenFromIn(caseClass: CaseClass, about: About | undefined, around: Around): string[] {
  return caseClass === 'service' && about ? named(about, around) : []
}

function named(about: About, { desk, leaderId, helpers, helperLeaders, supplierPeople }: Around): string[] {
  switch (about) {
    // With a desk nobody on the leader's side is needed, and a spouse who helps would tell.
    case 'leader': return desk ? [leaderId, ...helpers, ...helperLeaders] : [leaderId]
    case 'helper': return [...helpers, ...helperLeaders]
    case 'supplier': return [...supplierPeople]
    // No person is named.
    case 'operator': return []
  }
}
