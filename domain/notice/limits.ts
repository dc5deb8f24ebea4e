/** WeChat's limits per kind of template field [WX subscription message parameters]; one place, so that a change is one edit. */
const LONGEST: Record<string, number> = { thing: 20, phrase: 5, character_string: 32, name: 10 }

/**
 * Fits words to a template field: line breaks become spaces, what is left out shows as …, an empty value is never sent (error 47003).
 * A phrase is 汉字 only, a character_string never has any. Length is counted so that an emoji takes two, the stricter way to count.
 */
export function fitField(field: string, value: string): string {
  const kind = field.replace(/\d+$/, '')
  const longest = LONGEST[kind] ?? Infinity
  switch (kind) {
    case 'phrase': return beginning(value.replace(/\P{Script=Han}/gu, ''), longest) || '无'
    case 'character_string': return value.replace(/[^ -~]/g, '').trim().slice(0, longest) || '-'
    default: return cut(oneLine(value), longest)
  }
}

function oneLine(value: string): string {
  const line = value.replace(/\p{Cs}/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) ? line : '-'
}

function cut(line: string, longest: number): string {
  if (line.length <= longest) return line
  // A joiner whose other half is gone would join the …
  return `${beginning(line, longest - 1).replace(/[\p{Cf}\s]+$/u, '')}…`
}

/** As many whole letters as fit. */
function beginning(line: string, longest: number): string {
  let kept = ''
  for (const letter of line) {
    if (kept.length + letter.length > longest) break
    kept += letter
  }
  return kept
}
