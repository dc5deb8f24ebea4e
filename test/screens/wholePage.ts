import type { Page } from 'playwright-core'

/** More than this is the same list going on. px */
const TALLEST = 3200

/** Takes a picture of everything on the page, which scrolls inside its frame: the window grows as tall as that. */
export async function wholePage(page: Page, file: string, width: number, least: number): Promise<void> {
  await page.setViewportSize({ width, height: least })
  const more = await page.evaluate(() => {
    const screens = [document.documentElement, ...document.querySelectorAll('.taro_page')]
    return Math.max(...screens.map(screen => screen.scrollHeight - screen.clientHeight))
  })
  await page.setViewportSize({ width, height: Math.min(TALLEST, least + more) })
  await page.screenshot({ path: file, type: 'jpeg', quality: 80 })
}
