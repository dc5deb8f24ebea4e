import type { Page } from 'playwright-core'

/** Keeps every complaint that a page or one of its frames makes; a test ends by looking that there were none. */
export function watchPage(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', error => trouble.push(`uncaught: ${error.message}`))
  // Taro's text box complains when its words change before it was first drawn; it shows them all the same.
  const harmless = (said: string) => /^TypeError: Cannot read properties of undefined \(reading 'value'\)\s+at \S+\.watchValue/.test(said)
  page.on('console', message => { if (message.type() === 'error' && !harmless(message.text())) trouble.push(`console: ${message.text()} (${message.location().url})`) })
  page.on('response', response => { if (response.status() >= 400) trouble.push(`${response.status()} ${response.url()}`) })
  page.on('requestfailed', request => {
    const why = request.failure()?.errorText ?? ''
    // A phone that changes hands drops what it was loading.
    if (why !== 'net::ERR_ABORTED') trouble.push(`${why} ${request.url()}`)
  })
  return trouble
}
