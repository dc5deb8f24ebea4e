import type { CaseState } from './case'

/** What the arrival check is noted as, behind what the household sent. */
const CHECKED = '到货时清点'

/** Photo ids, by whose they are: the household's own, and the whole crate's that the leader took when it came. Newest last. */
export function evidencePhotos(c: Pick<CaseState, 'evidence' | 'provenBearer'>): { own: string[]; crate: string[] } {
  const isCrate = ({ by, words }: CaseState['evidence'][number], i: number) => i === 1 && c.provenBearer !== null && by === 'leader' && words === CHECKED
  return {
    own: c.evidence.flatMap((e, i) => (isCrate(e, i) ? [] : e.photos)),
    crate: c.evidence.flatMap((e, i) => (isCrate(e, i) ? e.photos : [])),
  }
}

/** The household's own first: the crate's is the same for every neighbour. */
export function ownFirst(c: Pick<CaseState, 'evidence' | 'provenBearer'>): string[] {
  const { own, crate } = evidencePhotos(c)
  return [...own, ...crate]
}
