import Taro from '@tarojs/taro'
import { CallFailed } from '../callFailed'
import type { PrivacyAnswer } from '../platformType'

/** The button that WeChat looks for: it lets nobody agree who has not tapped it. */
export const AGREE_BUTTON = 'agree-privacy'

/**
 * Hears when WeChat wants the privacy guide agreed to, before the first photo or file [wechat: base library ≥ 2.32.3]; older ones never ask.
 * What asked waits until `answer` was called.
 */
export function watchPrivacy(hear: (answer: (said: PrivacyAnswer) => void) => void): void {
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization(resolve => {
    resolve({ event: 'exposureAuthorization' })
    hear(said => resolve(said === 'agreed' ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }))
  })
}

export function openPrivacyGuide(): void {
  // Typed as answering nothing; it answers by a promise.
  Promise.resolve(Taro.openPrivacyContract() as unknown).catch((trouble: unknown) => console.warn('the privacy guide did not open', trouble))
}

/**
 * A refusal in words with a way on. For 10 s after it WeChat refuses by itself, without asking [wechat], so the words ask for a little patience.
 * `closed`: what stays closed to the person. @returns anything else as it was
 */
export function privacyTrouble(trouble: unknown, closed: string): unknown {
  const { errno, errMsg } = (trouble ?? {}) as { errno?: number; errMsg?: string }
  if (errno !== 104 && !/privacy/i.test(errMsg ?? '')) return trouble
  return new CallFailed({ code: 'PRIVACY_REFUSED', again: true, message: `您没有同意隐私说明，所以${closed}。您填的都还在：过十秒再点一次，选“同意”就行；也可以直接打电话给团长。` })
}
