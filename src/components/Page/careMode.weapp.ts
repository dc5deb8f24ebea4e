import Taro from '@tarojs/taro'

/** WeChat's words are this large in its care mode, against 17 [wechat: getAppBaseInfo]. Half way there the larger sizes read better. */
const LARGE = 20

/** Are WeChat's own words set large? Asked as the page is drawn: whoever changes it comes back to a page that is drawn anew. */
export function careMode(): boolean {
  // Older WeChat says nothing of it.
  const { fontSizeSetting, fontSizeScaleFactor } = Taro.getAppBaseInfo?.() as { fontSizeSetting?: number; fontSizeScaleFactor?: number } | undefined ?? {}
  return (fontSizeSetting ?? 17 * (fontSizeScaleFactor ?? 1)) >= LARGE
}
