import type { CaseClass, Reason, RecoverFrom } from '../case/reasons'

/** Who decides first. */
export const HOLDERS = { leader: '团长', operator: '平台', supplier: '供货商' } as const
export type Holder = keyof typeof HOLDERS
export const HOLDER_CODES = Object.keys(HOLDERS) as [Holder, ...Holder[]]

/** Who bears it in the end, unless it is decided otherwise. */
export const RECOVER_FROM = { supplier: '找供货商', carrier: '找快递', nobody: '不找别人' } as const satisfies Record<RecoverFrom, string>
export const RECOVER_FROM_CODES = Object.keys(RECOVER_FROM) as [RecoverFrom, ...RecoverFrom[]]

/** Conditions that all have to hold; one that is left out always does. */
export interface When {
  classes?: readonly CaseClass[] | undefined
  reasons?: readonly Reason[] | undefined
  /** As `productKey` makes them, so that a rule holds in every group-buy that sells the product. */
  productKeys?: readonly string[] | undefined
  supplierIds?: readonly string[] | undefined
  /** Fen asked for, at least. */
  askedAtLeast?: number | undefined
}

/** A community's own rule: the first of its list that fits decides. */
export interface RouteRule {
  id: string
  when: When
  then: {
    holder: Holder
    /** Left out: as it would be without the rule. */
    recoverFrom?: RecoverFrom | undefined
  }
  /** What the rule says, in the words of whoever made it. */
  words: string
}

/** More than anybody keeps in mind. */
export const MOST_RULES = 50

/** Rules as a community keeps them. `version` counts savings: of two editors at once the second is told. */
export interface StoredRoutes {
  version: number
  rules: RouteRule[]
}
