import type { Page } from 'playwright-core'

/** What can be tapped on the page that leads on, by spoken name: neither the platform's own bar, nor what only copies, shows larger, removes or closes. */
export function seeWaysOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NO_WAY = /^(复制(?!链接)|✓ 已复制|没复制上|去掉|收起|看全部 \d+ 种商品|关上)/
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 0
    // Pages below the one on top stay in the document.
    const top = [...document.querySelectorAll('.taro_page')].filter(shown).at(-1)
    // An open sheet covers the page.
    const layer = [...top?.querySelectorAll('.sheet') ?? []].find(shown) ?? top
    const ways = [...layer?.querySelectorAll('[role=button], [role=link], [role=tab][aria-selected=false], [role=radio][aria-checked=false]') ?? []]
    return ways
      .filter(way => shown(way) && way.getAttribute('aria-disabled') !== 'true' && !way.classList.contains('button--dead'))
      .map(way => (way.getAttribute('aria-label') ?? way.textContent ?? '').trim())
      .filter(name => !NO_WAY.test(name))
  })
}
