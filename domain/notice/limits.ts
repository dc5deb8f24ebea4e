/** WeChat's limits per kind of template field [WX subscription message parameters]; one place, so that a change is one edit. */
const LONGEST: Record<string, number> = { thing: 20, phrase: 5, character_string: 32, name: 10 }

/** Cuts to a field's limit by meaning: line breaks become spaces, what is left out shows as …; an empty value is never sent (error 47003). */
export function fitField(field: string, value: string): string {
  const kind = field.replace(/\d+$/, '')
  const longest = LONGEST[kind]
  const oneLine = value.replace(/\s+/g, ' ').trim() || '-'
  if (longest === undefined) return oneLine
  const letters = [...oneLine]
  return letters.length <= longest ? oneLine : `${letters.slice(0, longest - 1).join('')}…`
}
