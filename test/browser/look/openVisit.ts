import type { Page } from 'playwright-core'
import type { Visit } from './everyPage'

/** Opens a screen in a browser and waits until everything on it has come. */
export async function openVisit(page: Page, url: string, visit: Visit, care: boolean): Promise<void> {
  // By way of nowhere: the same document with another # would not load anew.
  await page.goto('about:blank')
  await page.goto(`${url}/phone/${visit.person}/${care ? '?care' : ''}#/${visit.page}`)
  await page.addStyleTag({ content: '* { animation: none !important; transition: none !important; }' })
  await arrived(page)
  for (const words of visit.taps) {
    await page.locator('.taro_page').getByLabel(words).filter({ visible: true }).first().click()
    await arrived(page)
  }
}

/** No skeleton is left, and every picture has loaded. */
async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const words = document.querySelector('.taro_page .page__body')?.textContent ?? ''
    return words.length > 5 && !document.querySelector('.skeleton__card:not(.gallery *)') &&
      // One that is not to be loaded before it is scrolled to has no address yet.
      [...document.querySelectorAll('.taro_page taro-image-core')].every(picture => {
        const image = picture.querySelector('img')
        return image !== null && (!image.hasAttribute('src') || (image.complete && image.naturalWidth > 0))
      })
  })
}
