import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What WCAG 2.1 AA finds wrong with contrast, roles and names on the page, in words; empty when nothing. */
export async function seeContrast(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: judge } = window as unknown as { axe: typeof axe }
    const { violations } = await judge.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'],
      // A card is tapped as a whole, and its name is one sentence instead of every word on it: read aloud, a list of them is bearable.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`))
  })
}
