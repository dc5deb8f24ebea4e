export interface Pick {
  label: string
  fen: number
}

/** The amounts people usually settle on, each once, none above what can be given. Fen, rounded half up. */
export function offerPicks(asked: number, most: number | null): Pick[] {
  const picks: Pick[] = [
    { label: '退一半', fen: tenths(asked, 5) },
    { label: '退八成', fen: tenths(asked, 8) },
    { label: '要多少退多少', fen: asked },
    ...(most === null ? [] : [{ label: '这份全退', fen: most }]),
  ]
  return picks.filter((pick, i) => pick.fen > 0 && (most === null || pick.fen <= most) && picks.findIndex(p => p.fen === pick.fen) === i)
}

function tenths(fen: number, of: number): number {
  return Math.floor((fen * of + 5) / 10)
}
