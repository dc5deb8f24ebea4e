/** A property by the name each platform's screen reader knows. Spread onto a View. */
export function spoken(role: string, label: string): Record<string, unknown> {
  return process.env.TARO_ENV === 'weapp' ? { ariaRole: role, ariaLabel: label } : { role, 'aria-label': label }
}
