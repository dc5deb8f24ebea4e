import type { Page } from 'playwright-core'

/** The smallest words of care mode: secondary ones, as src/styles/tokens.scss has them. px */
const SMALLEST = 19

/** Words on the page that stay small where WeChat's are large; empty when all of them grew. */
export function seeSmallWords(page: Page): Promise<string[]> {
  return page.evaluate(smallest => {
    const small: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = (text.textContent ?? '').trim()
      const owner = text.parentElement
      // The bar above is the platform's own.
      if (words === '' || !owner || owner.closest('#taro-navigation-bar, style, script') || !owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const size = parseFloat(getComputedStyle(owner).fontSize)
      if (size < smallest) small.push(`“${words}” is ${size} px`)
    }
    return [...new Set(small)]
  }, SMALLEST)
}
