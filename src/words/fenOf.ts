/** Yuan as people type them → fen; null when it is no amount. No floating point. */
export function fenOf(yuan: string): number | null {
  const typed = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  return typed ? Number(typed[1]) * 100 + Number((typed[2] ?? '').padEnd(2, '0')) : null
}
