import { randomBytes } from 'node:crypto'
import { actionForbidden } from '../errors'
import type { Person } from '../people/people'
import { refusal, type WechatAnswer } from './refusals'

/** [wx: phonenumber.getPhoneNumber] A code is good once, within five minutes. ms */
const LIFETIME = 5 * 60_000

/** Codes that a tap on a button of `open-type="getPhoneNumber"` draws, and what a function gets for one. They do not outlive a restart. */
export class PhoneCodes {
  readonly #codes = new Map<string, { phone: string; until: number }>()
  readonly #now: () => number
  readonly #appId: string

  constructor(appId: string, now: () => number) {
    this.#appId = appId
    this.#now = now
  }

  /** @throws ACTION_FORBIDDEN for who is not in WeChat or has no number */
  draw({ openid, phone }: Person): string {
    if (openid === undefined || phone === undefined) throw actionForbidden('this person has no phone number in WeChat: people may have a "phone"')
    const now = this.#now()
    for (const [code, { until }] of this.#codes) if (until <= now) this.#codes.delete(code)
    const code = randomBytes(32).toString('hex')
    this.#codes.set(code, { phone, until: now + LIFETIME })
    return code
  }

  /** `phonenumber.getPhoneNumber`. */
  exchange({ code }: Record<string, unknown>): WechatAnswer {
    const known = typeof code === 'string' ? this.#codes.get(code) : undefined
    if (!known || known.until <= this.#now()) return refusal(40029)
    this.#codes.delete(code as string)
    const [, country = '86', number = known.phone] = /^\+(\d{1,3}) (\d+)$/.exec(known.phone) ?? []
    return {
      errcode: 0, errmsg: 'ok',
      phone_info: {
        phoneNumber: country === '86' ? number : `+${country}${number}`, purePhoneNumber: number, countryCode: country,
        watermark: { timestamp: Math.floor(this.#now() / 1000), appid: this.#appId },
      },
    }
  }
}
