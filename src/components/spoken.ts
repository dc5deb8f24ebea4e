const inBrowser = (): boolean => process.env.TARO_ENV === 'h5'

/** A property by the name each platform's screen reader knows. Spread onto a View. */
export function spoken(role: string, label: string): Record<string, unknown> {
  return inBrowser() ? { role, 'aria-label': label } : { ariaRole: role, ariaLabel: label }
}

/** The name of a field. A browser's reader asks the field itself, which Taro wraps; WeChat's asks the element that is written. */
export function spokenField(label: string): Record<string, unknown> {
  return inBrowser() ? { nativeProps: { 'aria-label': label } } : spoken('textbox', label)
}

/** For pictures whose words stand on what holds them: a browser's reader would read the file's name instead. */
export function wordless(): Record<string, unknown> {
  return inBrowser() ? { nativeProps: { alt: '' } } : {}
}

/** What holds tabs: a browser wants it said, in WeChat it would only be one more thing to swipe past. */
export function spokenTabs(label: string): Record<string, unknown> {
  return inBrowser() ? spoken('tablist', label) : {}
}

/** Whether a choice is chosen. WeChat's reader is told so in the label. */
export function spokenPick(role: string, picked: boolean | undefined): Record<string, unknown> {
  if (!inBrowser() || picked === undefined) return {}
  return role === 'tab' ? { 'aria-selected': picked } : { 'aria-checked': picked }
}
