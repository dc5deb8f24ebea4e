import type { FrameLocator, Locator, Page, Response } from 'playwright-core'
import type { Seat } from '../../stage/people'

/** What a visitor sees and touches of the stage. */
export class Table {
  constructor(readonly page: Page) {}

  /** The screen of a phone: what the product shows in it. */
  phone(seat: Seat): FrameLocator {
    return this.page.frameLocator(`[data-seat="${seat}"] iframe`)
  }

  switchOf(seat: Seat): Locator {
    return this.page.locator(`[data-seat="${seat}"] select`)
  }

  /** Gives a phone to somebody, and waits until they have signed in there. */
  async give(seat: Seat, id: string): Promise<void> {
    const signedIn = this.signIn(id)
    await this.switchOf(seat).selectOption(id)
    await signedIn
  }

  /** The answer to somebody's signing in, out of the frame that is theirs: the address alone would prove nothing. */
  signIn(id: string): Promise<Response> {
    return this.page.waitForResponse(response => response.url().endsWith('/devcloud/signin') && response.ok() &&
      (response.request().postDataJSON() as { id: string }).id === id && new URL(response.frame().url()).pathname === `/phone/${id}/`)
  }

  get messages(): Locator {
    return this.page.locator('#messages li')
  }

  card(title: string): Locator {
    return this.page.locator('#cards').getByRole('button', { name: title })
  }

  /** Waits until a phone shows one of its app's pages. */
  async shows(seat: Seat, page: string): Promise<void> {
    await this.page.waitForFunction(([where, wanted]) => {
      const frame = document.querySelector<HTMLIFrameElement>(`[data-seat="${where}"] iframe`)
      return frame?.contentWindow?.location.hash.startsWith(`#/${wanted}`) ?? false
    }, [seat, page] as const)
  }
}
