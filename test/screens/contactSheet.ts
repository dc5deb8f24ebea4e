/** A picture that was taken: of which screen, and how it was shown. */
export interface Taken {
  screen: string
  how: string
  /** Beside the sheet. */
  file: string
}

/** One page with every picture on it: a row per screen, the ways it was shown side by side. */
export function contactSheet(taken: readonly Taken[]): string {
  const screens = [...new Set(taken.map(one => one.screen))]
  const rows = screens.map(screen => {
    const cells = taken.filter(one => one.screen === screen).map(({ how, file }) => `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${screen}, ${how}"></a><figcaption>${how}</figcaption></figure>`)
    return `<section id="${screen}"><h2>${screen}</h2><div>${cells.join('')}</div></section>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>团后: every screen</title><style>
body { margin: 0; padding: 16px 24px; font: 15px/1.5 system-ui, sans-serif; background: #e9e6e1; color: #1f1d1a }
nav { columns: 5; margin-bottom: 24px } nav a { display: block; color: #16734a }
h2 { font-size: 18px; margin: 24px 0 8px } section div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start }
figure { flex: none; margin: 0 } img { display: block; width: 220px; max-height: 640px; object-fit: cover; object-position: top; border-radius: 6px; box-shadow: 0 1px 4px rgba(0, 0, 0, .25) }
figcaption { font-size: 13px; margin-top: 4px } </style>
<h1>团后</h1><nav>${screens.map(screen => `<a href="#${screen}">${screen}</a>`).join('')}</nav>${rows.join('\n')}</html>
`
}
