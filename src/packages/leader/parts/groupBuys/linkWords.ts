import { platform } from '../../../../cloud/platform'
import type { Share } from '../../../../components/ShareSheet/ShareSheet'

/** What is copied to a supplier: a page for any browser, and how to open the same in WeChat. Null where this deployment has no browser build. */
export function linkWords({ title, path }: Share): { address: string; words: string } | null {
  const address = platform.webLink(path)
  if (address === null) return null
  const words = `${title}\n电脑、手机的浏览器打开：${address}\n想用微信小程序：打开「团后」，在首页「团长给过您链接？」里把这段话整个粘贴进去。\n只能用一次，7 天有效，请别转到别的群。`
  return { address, words }
}
