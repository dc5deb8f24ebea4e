import { refusal, type Refusal } from '../contract/refusal'

/** What shows that it was bought: the order here, or a photo of a receipt. */
export const PROOFS = { order: '就用这个团的订单', receipt: '拍一张小票、发票' } as const
export type Proof = keyof typeof PROOFS
export const PROOF_CODES = Object.keys(PROOFS) as [Proof, ...Proof[]]

/** How it came out that something is missing. */
export const WAYS_NOTICED = { delivered: '送到时就少', opened: '打开盒子时', assembling: '装的时候', used: '用过以后' } as const
export type WayNoticed = keyof typeof WAYS_NOTICED
export const WAY_NOTICED_CODES = Object.keys(WAYS_NOTICED) as [WayNoticed, ...WayNoticed[]]

/** What is the matter without it. */
export const EXTENTS = { unusable: '完全不能用', partly: '能用一部分', cosmetic: '不影响用' } as const
export type Extent = keyof typeof EXTENTS
export const EXTENT_CODES = Object.keys(EXTENTS) as [Extent, ...Extent[]]

export interface Part {
  name: string
  /** As it stands on the part or in its papers; null where nobody knows it. */
  model: string | null
  quantity: number
}

/** What is missing of what was bought. */
export interface PartsClaim {
  measure: 'parts'
  parts: Part[]
  proof: Proof
  /** The day when it was noticed. ms */
  noticedAt: number
  noticed: WayNoticed
  extent: Extent
  /** What the parts are worth to the household; a refund is at most this. Fen. */
  amount: number
}

/** The same while it is being filled in: what nobody has answered yet is null, what is not typed yet is empty. */
export type PartsDraft = Omit<PartsClaim, 'measure' | 'proof' | 'noticedAt' | 'noticed' | 'extent' | 'amount'> & {
  proof: Proof | null
  noticedAt: number | null
  noticed: WayNoticed | null
  extent: Extent | null
  amount: number | null
}

/** More than a whole kit lacks. */
export const MOST_PARTS = 20
/** Letters of a part's name, and of its model. */
export const LONGEST_PART = 40
/** Screws come by the hundred. */
const MOST_PIECES = 999

/** Exactly what is lacking before it can be sent, in the order of the screen; empty when nothing is. Each names its field in the claim. */
export function partsMissing(claim: PartsDraft): Refusal[] {
  const lacking = (says: string, field: string) => refusal('PARTS_INCOMPLETE', says, `claim.${field}`)
  return [
    ...(claim.parts.length === 0 ? [lacking('请写上缺了什么配件', 'parts')] : []),
    ...(claim.parts.length > MOST_PARTS ? [lacking(`最多写 ${MOST_PARTS} 样配件`, 'parts')] : []),
    ...claim.parts.flatMap(({ name, model, quantity }, i) => [
      ...(isWritten(name) ? [] : [lacking(`第 ${i + 1} 样配件，请写叫什么`, `parts.${i}.name`)]),
      ...(model === null || isWritten(model) ? [] : [lacking(`第 ${i + 1} 样配件，请写型号，不知道就点「不知道」`, `parts.${i}.model`)]),
      ...(Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= MOST_PIECES ? [] : [lacking(`第 ${i + 1} 样配件，请填缺几个`, `parts.${i}.quantity`)]),
    ]),
    ...(claim.proof === null ? [lacking('请选用什么证明是买的', 'proof')] : []),
    ...(claim.noticedAt === null || !Number.isSafeInteger(claim.noticedAt) ? [lacking('请选哪天发现的', 'noticedAt')] : []),
    ...(claim.noticed === null ? [lacking('请选怎么发现的', 'noticed')] : []),
    ...(claim.extent === null ? [lacking('请选影响多大', 'extent')] : []),
    ...(claim.amount === null || !Number.isSafeInteger(claim.amount) || claim.amount < 0 ? [lacking('请填这些配件值多少钱，不知道就填 0', 'amount')] : []),
  ]
}

function isWritten(words: string): boolean {
  return words.trim() !== '' && words.length <= LONGEST_PART
}
