import type { Realm } from '../realm'
import type { ApiSet, InstantApi, LaterApi, Wire } from './api'

/**
 * What a test says an API does. A function is called with the API's arguments and returns, or promises, the answer; throwing
 * is `fail`. Anything else is the answer itself. `undefined` takes the API away, as on an old phone.
 */
export type WxAnswer = ((...input: never[]) => unknown) | object | string | number | boolean | null | undefined

/** APIs that give their answer back at once; all others answer later. */
const instantNames = /Sync$|^(on|off)[A-Z]|^create[A-Z]|^(canIUse|nextTick|reportEvent|getUpdateManager|getFileSystemManager|getRecorderManager|getLogManager|getRealtimeLogManager|getWindowInfo|getDeviceInfo|getAppBaseInfo|getSystemSetting|getAppAuthorizeSetting|getMenuButtonBoundingClientRect)$/

/** `wx`, put together from its parts. */
export class Wx {
  /** What the bundle sees. */
  readonly object: Record<string, unknown>
  /** Names that the running app asked for in vain. */
  readonly absent = new Set<string>()
  private watching = false

  constructor(private readonly realm: Realm, private readonly wire: Wire, parts: readonly ApiSet[]) {
    const own = realm.run('({})', 'wx.js') as Record<string, unknown>
    this.object = new Proxy(own, {
      get: (target, name, receiver) => {
        if (this.watching && typeof name === 'string' && !(name in target)) this.absent.add(name)
        return Reflect.get(target, name, receiver) as unknown
      },
    })
    for (const { later = {}, instant = {}, values = {} } of parts) {
      for (const [name, api] of Object.entries(later)) this.setLater(name, api)
      for (const [name, api] of Object.entries(instant)) this.setInstant(name, api)
      for (const [name, value] of Object.entries(values)) this.object[name] = realm.adopt(value)
    }
  }

  /** From now on note which names are asked for in vain. */
  watch(): void {
    this.watching = true
  }

  /** Puts a test's answer in the place of an API. */
  set(name: string, answer: WxAnswer): void {
    if (answer === undefined) {
      delete this.object[name]
    } else if (name === 'env' || (typeof answer !== 'function' && typeof this.object[name] === 'object')) {
      this.object[name] = this.realm.adopt(answer)
    } else {
      const give: InstantApi = typeof answer === 'function' ? answer as InstantApi : () => answer
      if (instantNames.test(name)) this.setInstant(name, give)
      else this.setLater(name, (input) => Reflect.apply(give, undefined, [input] as never[]))
    }
  }

  private setLater(name: string, api: LaterApi): void {
    this.object[name] = this.wire.later(name, api)
  }

  private setInstant(name: string, api: InstantApi): void {
    this.object[name] = (...input: unknown[]) => {
      // Listening and asking about the device are too many to be worth a record.
      if (!/^(on|off|get)[A-Z]|^(nextTick|canIUse)$/.test(name)) this.wire.record(name, input.length > 1 ? input : input[0])
      try {
        return this.realm.adopt(Reflect.apply(api, undefined, input as never[]))
      } catch (error) {
        throw this.realm.adopt(error)
      }
    }
  }
}
