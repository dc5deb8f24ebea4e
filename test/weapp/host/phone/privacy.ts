import type { Realm } from '../realm'
import type { ApiSet, InstantApi } from './api'
import { WxFailure } from './api'

interface Answer { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }

/** How long WeChat refuses by itself after a refusal, without asking again. */
const silence = 10_000

/** WeChat's privacy guide (base library 2.32.3): APIs that touch photos and files wait until the app says what the person answered. */
export class Privacy {
  /** Whether it still has to be agreed to. */
  needed = false
  /** The clock that counts the silence after a refusal. */
  now: () => number = Date.now
  /** How often the app was asked to ask. */
  asked = 0
  private listener: ((resolve: (answer: Answer) => void, info: { referrer: string }) => void) | null = null
  private refusedAt = -Infinity
  private readonly taps = new Set<string>()

  /** A button that may agree was tapped. */
  tapped(buttonId: string): void {
    this.taps.add(buttonId)
  }

  apis(realm: Realm): ApiSet {
    return {
      instant: {
        onNeedPrivacyAuthorization: ((listener: (...input: unknown[]) => void) => {
          this.listener = (resolve, info) => realm.enter('onNeedPrivacyAuthorization', () => Reflect.apply(listener, undefined, [resolve, realm.adopt(info)]))
        }) as InstantApi,
      },
    }
  }

  /** The same APIs, those named behind the guide. */
  guarded(set: ApiSet, names: readonly string[]): ApiSet {
    const later = Object.fromEntries(Object.entries(set.later ?? {}).map(([name, api]) => [name, names.includes(name) ? async (input: Parameters<typeof api>[0]) => {
      await this.allow(name)
      return api(input)
    } : api]))
    return { ...set, later }
  }

  private allow(name: string): Promise<void> {
    const refused = (): WxFailure => new WxFailure('privacy permission is not authorized', 104)
    if (!this.needed) return Promise.resolve()
    if (!this.listener || this.now() - this.refusedAt < silence) return Promise.reject(refused())
    this.asked += 1
    return new Promise((resolve, reject) => this.listener?.(({ event, buttonId }) => {
      if (event === 'agree' && this.taps.has(buttonId ?? '')) {
        this.needed = false
        resolve()
      } else if (event !== 'exposureAuthorization') {
        this.refusedAt = this.now()
        reject(refused())
      }
    }, { referrer: name }))
  }
}
