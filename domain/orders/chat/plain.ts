/** Letters that neighbours from elsewhere write, and how this estate writes them; only those that the reading of a chat asks about. */
const TRADITIONAL = '壞爛壓發錯沒兩個號樓過變黴霉謝還嗎問顆條隻裡裏這說漏餿臭殘損換貨訂單團長給後開蘋雞鴨魚蝦蛋麵麥葉薑蔥蘿蔔檸橘會點東實況寄質時賠錢塊請見樣對斷裝紙盤罈罐箱袋傷濕鮮緊爺媽邊總週'
const SIMPLIFIED = '坏烂压发错没两个号楼过变霉霉谢还吗问颗条只里里这说漏馊臭残损换货订单团长给后开苹鸡鸭鱼虾蛋面麦叶姜葱萝卜柠橘会点东实况寄质时赔钱块请见样对断装纸盘坛罐箱袋伤湿鲜紧爷妈边总周'
const letters = new Map([...TRADITIONAL].map((letter, i) => [letter, [...SIMPLIFIED][i] ?? letter]))

/** For reading only, never for showing: half-width, simplified, without emoji and what cannot be seen; letters of no case. */
export function plain(text: string): string {
  const bare = text.normalize('NFKC').replace(/[\u200B-\u200F\u2060\uFEFF\uFE0F\u20E3]/g, '').replace(/\u2005/g, ' ').replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]|\p{Cs}/gu, m => (/[\d#*]/.test(m) ? m : ' '))
  return [...bare].map(letter => letters.get(letter) ?? letter).join('').toLowerCase()
}

/** What makes two ways of writing a name the same: letters and digits only. */
export function nameKey(name: string): string {
  return plain(name).replace(/[^\p{L}\p{N}]/gu, '')
}

const DIGITS = '零一二三四五六七八九'

/** 2, 两, 十二, 二十: how many, up to 99. @returns null for what is no such number */
export function numberIn(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  if (text === '两' || text === '俩') return 2
  if (text === '仨') return 3
  const [tens, ones, ...rest] = text.split('十')
  const digit = (letter: string) => (letter.length === 1 ? DIGITS.indexOf(letter) : -1)
  if (tens === undefined || rest.length > 0) return null
  if (ones === undefined) return digit(tens) > 0 ? digit(tens) : null
  const high = tens === '' ? 1 : digit(tens)
  const low = ones === '' ? 0 : digit(ones)
  return high > 0 && low >= 0 ? high * 10 + low : null
}
