const GRAMS: Record<string, number> = { 斤: 500, 公斤: 1000, 千克: 1000, kg: 1000, 克: 1, g: 1, 两: 50 }

/** What the seller promised a piece weighs, where the spec says so (2斤/盒 → 1000): one thing less to type. */
export function gramsInSpec(spec: string): number | null {
  const said = /(\d+(?:\.\d)?)\s*(公斤|千克|斤|kg|克|g|两)/i.exec(spec)
  const unit = said && GRAMS[said[2]!.toLowerCase()]
  // Tenths, so that 2.5斤 stays whole grams.
  return unit ? Math.round(Number(said[1]) * 10) * unit / 10 : null
}
