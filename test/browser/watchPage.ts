import type { Page } from 'playwright-core'

/** Keeps every complaint that a page or one of its frames makes; a test ends by looking that there were none. */
export function watchPage(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(`uncaught: ${error.message}`))
  page.on('console', message => { if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`) })
  page.on('response', response => { if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`) })
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? ''
    // A phone that changes hands drops what it was loading.
    if (why !== 'net::ERR_ABORTED') trouble.push(`${why} ${request.url()}`)
  })
  return trouble
}
