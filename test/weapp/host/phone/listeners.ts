import type { Realm } from '../realm'
import type { ApiSet, InstantApi } from './api'

/** Things that WeChat tells an app about: `wx.onX` and `wx.offX`. */
const topics = [
  'AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'NetworkStatusChange', 'NetworkWeakChange', 'ThemeChange',
  'WindowResize', 'KeyboardHeightChange', 'MemoryWarning', 'UserCaptureScreen', 'NeedPrivacyAuthorization', 'CopyUrl', 'AudioInterruptionBegin',
  'AudioInterruptionEnd', 'LazyLoadError',
] as const

export type Topic = (typeof topics)[number]

/** Who listens to what. */
export class Listeners {
  private readonly heard = new Map<string, Set<unknown>>()

  constructor(private readonly realm: Realm) {}

  tell(topic: Topic, news: unknown): void {
    for (const listener of [...this.heard.get(topic) ?? []]) {
      this.realm.enter(`on${topic}`, () => Reflect.apply(listener as InstantApi, undefined, [this.realm.adopt(news)] as never[]))
    }
  }

  apis(): ApiSet {
    const instant: Record<string, InstantApi> = {}
    for (const topic of topics) {
      const heard = new Set<unknown>()
      this.heard.set(topic, heard)
      instant[`on${topic}`] = (listener: unknown) => { if (typeof listener === 'function') heard.add(listener) }
      instant[`off${topic}`] = (listener?: unknown) => {
        if (listener === undefined) heard.clear()
        else heard.delete(listener)
      }
    }
    return { instant }
  }
}
