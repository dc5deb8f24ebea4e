import { ratioOf, type Figure } from './figure'

/** One object a line, for programs. */
export function asJson(figures: readonly Figure[]): string {
  return figures.map(f => JSON.stringify({ name: f.name, value: f.value, unit: f.unit, yardstick: f.yardstick?.value ?? null, ratio: ratioOf(f) })).join('\n')
}

/** One table, for people. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map(f => {
    const ratio = ratioOf(f)
    return [f.name, f.value.toLocaleString('en'), f.unit, f.yardstick ? f.yardstick.value.toLocaleString('en') : '', f.yardstick?.of ?? '', ratio === null ? '' : `${ratio}×`]
  })
  const table = [['figure', 'value', 'unit', 'yardstick', 'which is', 'ratio'], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map(row => row[column]?.length ?? 0))) ?? []
  const toTheRight = [1, 3, 5]
  return table.map(row => row.map((cell, column) => (toTheRight.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()).join('\n')
}
