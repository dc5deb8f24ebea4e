import type { Page } from 'playwright-core'

/** What is wrong with where things stand on the page, in words; empty when everything can be read and tapped. */
export function seeLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** The smallest that a thumb hits [wechat: WeUI]. */
    const THUMB = 44
    const wrong: string[] = []
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })

    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) wrong.push(`the document is ${root.scrollWidth} px wide on ${root.clientWidth}`)
    for (const screen of document.querySelectorAll('.taro_page, .page, .sheet__scroll')) {
      if (seen(screen) && screen.scrollWidth > screen.clientWidth + 1) wrong.push(`${screen.className} scrolls sideways: ${screen.scrollWidth} px on ${screen.clientWidth}`)
    }

    interface Line { words: string; box: DOMRect; layer: Element | null; owner: Element }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = (text.textContent ?? '').trim()
      const owner = text.parentElement
      if (words === '' || !owner || /^(STYLE|SCRIPT)$/.test(owner.tagName) || !seen(owner)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const box of range.getClientRects()) if (box.width > 0) lines.push({ words, box, layer: owner.closest('.sheet__scroll, .action-bar, .sheet, .consent, #taro-navigation-bar'), owner })
    }

    const clips = (overflow: string) => /hidden|clip/.test(overflow)
    for (const { words, box, owner } of lines) {
      if (box.right > root.clientWidth + 1 || box.left < -1) wrong.push(`“${words}” leaves the screen: ${Math.round(box.left)}–${Math.round(box.right)}`)
      for (let element: Element | null = owner; element && element !== document.body; element = element.parentElement) {
        const style = getComputedStyle(element)
        if (style.display === 'inline' || style.display === 'contents') continue
        const frame = element.getBoundingClientRect()
        const sideways = box.right > frame.right + 1 || box.left < frame.left - 1
        // A line's box is taller than what is drawn of it.
        const cut = (clips(style.overflowX) && sideways) || (clips(style.overflowY) && (box.bottom > frame.bottom + 4 || box.top < frame.top - 4))
        if (cut || (sideways && element === owner)) {
          wrong.push(`“${words}” does not fit into .${element.className}`)
          break
        }
      }
    }

    for (const [at, one] of lines.entries()) {
      for (const other of lines.slice(at + 1)) {
        if (one.layer !== other.layer || one.words === other.words) continue
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (across > 2 && down > 6) wrong.push(`“${one.words}” lies on “${other.words}”`)
      }
    }

    for (const target of document.querySelectorAll('[role=button], [role=link], [role=radio], [role=tab], [role=img][tabindex], button, input:not([type=file]), textarea')) {
      const box = target.getBoundingClientRect()
      if (seen(target) && box.width > 0 && (box.width < THUMB - 0.5 || box.height < THUMB - 0.5)) {
        wrong.push(`${target.getAttribute('aria-label') ?? target.className} is ${Math.round(box.width)} × ${Math.round(box.height)} px`)
      }
    }
    return [...new Set(wrong)]
  })
}
