import type { ApiSet } from './api'
import { WxFailure } from './api'

/** Newer clients take five template ids at once. */
const mostTemplates = 5

/** Consent to messages: everybody accepts, if it is asked straight from a tap. */
export function subscriptionApis(tapping: () => boolean): ApiSet {
  return {
    later: {
      requestSubscribeMessage: ({ tmplIds }) => {
        const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : []
        if (!tapping()) throw new WxFailure('can only be invoked by user TAP gesture.')
        if (ids.length === 0) throw new WxFailure('TmplIds can\'t be empty', 10001)
        if (ids.length > mostTemplates) throw new WxFailure('too many templates', 20003)
        return Object.fromEntries(ids.map((id) => [id, 'accept']))
      },
      getSetting: ({ withSubscriptions }) => ({
        authSetting: {},
        ...withSubscriptions === true ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } } : {},
      }),
    },
  }
}
