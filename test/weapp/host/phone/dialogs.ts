import type { ApiSet } from './api'
import { WxFailure } from './api'

/** What shows itself over or around the page. A test answers with `host.answer`; unanswered, people say yes and pick the first. */
export function dialogApis(setTitle: (title: string) => void, clipboard: { text: string }): ApiSet {
  const nothing = (): undefined => undefined
  return {
    later: {
      showToast: nothing,
      hideToast: nothing,
      showLoading: nothing,
      hideLoading: nothing,
      showModal: () => ({ confirm: true, cancel: false, content: null }),
      showActionSheet: ({ itemList }) => {
        if (!Array.isArray(itemList) || itemList.length === 0) throw new WxFailure('parameter error: itemList should not be empty')
        return { tapIndex: 0 }
      },
      setNavigationBarTitle: ({ title }) => setTitle(String(title)),
      setNavigationBarColor: nothing,
      showNavigationBarLoading: nothing,
      hideNavigationBarLoading: nothing,
      setBackgroundColor: nothing,
      setBackgroundTextStyle: nothing,
      hideHomeButton: nothing,
      setTabBarBadge: nothing,
      removeTabBarBadge: nothing,
      showTabBarRedDot: nothing,
      hideTabBarRedDot: nothing,
      showTabBar: nothing,
      hideTabBar: nothing,
      startPullDownRefresh: nothing,
      stopPullDownRefresh: nothing,
      pageScrollTo: nothing,
      hideKeyboard: nothing,
      showShareMenu: nothing,
      hideShareMenu: nothing,
      updateShareMenu: nothing,
      makePhoneCall: nothing,
      openCustomerServiceChat: nothing,
      setClipboardData: ({ data }) => { clipboard.text = String(data) },
      getClipboardData: () => ({ data: clipboard.text }),
      openSetting: () => ({ authSetting: {} }),
      authorize: nothing,
      getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }),
      requirePrivacyAuthorize: nothing,
      openPrivacyContract: nothing,
      scanCode: () => { throw new WxFailure('cancel') },
      request: () => { throw new WxFailure('this host has no network; give it wx.request') },
      uploadFile: () => { throw new WxFailure('this host has no network; give it wx.uploadFile') },
      downloadFile: () => { throw new WxFailure('this host has no network; give it wx.downloadFile') },
    },
  }
}
