import { hideLetters, lettersOf } from './hiddenLetters'

/** What people write before the name of an account by which they can be found. */
const CALLED = '(?:微信|薇信|威信|徽信|[vV]信|wei\\s?xin|wechat|(?:加|我)?\\s*(?:微|薇|v)(?![\\p{L}])|vx|wx(?!id)|扣扣|企鹅号?|qq|支付宝|抖音|快手|小红书|微博)'
const SAID = '\\s*(?:号码|账号|帐号|号|id)?\\s*(?:[:是为=]|叫|→)?\\s*'
/** WeChat: 6 to 20 letters, digits, _ and -, beginning with a letter; a number of QQ has 5 to 11 digits. */
const ACCOUNT = '(?:[a-z_][-_a-z0-9]{5,19}|[1-9][0-9]{4,10}(?![0-9]|\\s*[元块.]))'
const AFTER_ITS_NAME = new RegExp(`(^|[^a-z])(${CALLED}${SAID})(${ACCOUNT})`, 'giu')
const INTERNAL_ID = /()()(wxid_[-_a-z0-9]+)/gi

/** Words with the WeChat and QQ accounts made unreadable that stand behind such a word, by which a resident could be written to. */
export function maskAccounts(words: string, mask: string): string {
  return [AFTER_ITS_NAME, INTERNAL_ID].reduce((text, account) => {
    const { letters, bare } = lettersOf(text)
    for (const { index, 1: head = '', 2: name = '', 3: found = '' } of bare.matchAll(account)) {
      const from = index + head.length + name.length
      hideLetters(letters, from, from + found.length, mask)
    }
    return letters.join('')
  }, words)
}
