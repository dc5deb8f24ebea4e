import { plain } from './plain'

/** What one person said at once, as far as a copied chat tells. */
export interface Message {
  /** As it stands above or before the words; '' when the copy does not say. */
  who: string
  /** The words, quotes of others left out. */
  text: string
  /** What it answers to, where that was copied along. */
  quoted: string
  /** Put down by one person as another's words. */
  retold: boolean
  /** The heading of the 接龙 it is an entry of; '' when it is none. */
  listTitle: string
  /** An entry of a numbered list. */
  listed: boolean
  /** What stands before it as its number in a list, or as a 跟团号; null where nothing does. */
  number: string | null
  /** The name was not set off as the speaker's: it stands first in the words. */
  nameInWords: boolean
  /** Who wrote what stands above it, where that is another and nothing tells where their words end; '' where not. */
  under: string
  /** Pictures that could not be copied. */
  pictures: number
}

const CLOCK = String.raw`(?:凌晨|早上|上午|中午|下午|晚上)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?`
const DAY = String.raw`(?:(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天])`
const TIME = `(?:${DAY}\\s*${CLOCK}|${CLOCK}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})`
const ONLY_TIME = new RegExp(`^(?:${TIME}|${DAY})$`, 'i')
const NAME_THEN_TIME = new RegExp(`^(.{1,40}?)\\s+${TIME}$`, 'i')
const TIME_THEN_NAME = new RegExp(`^${TIME}\\s+(.{1,40})$`, 'i')
const SPOKEN = /^([^:]{1,24}):\s*(.*)$/
const ENTRY = /^(\d{1,3})\s*(?:[.、)](?!\d)|:)\s*(.+)$/
/** 12 芳芳妈妈, ① 芳芳妈妈: a list without dots, or a 跟团号; 2 盒 is neither. */
const BARE_NUMBER = /^(\d{1,4})\s+(?=[\p{L}])(?![盒箱袋包瓶份件筐板提罐桶个颗只条根棵粒串枚把朵片斤克元块点号楼栋幢月日年or到])(.+)$/u
const JOIN_NUMBER = /^(\d{1,4})号(?!楼|栋|院|门|线|晚|早|上|下|中|自|到|发|货|柜|就|才|前|后|桌|库|店|那|买|团|开|送|取|之|左|以)/
const RULE = /^[-—–―_=·*~\s]{3,}$/

/** What WeChat itself writes between the messages. */
const SYSTEM = /撤回了(?:一条|成员|你的)|(?:邀请|加入了?群聊|移出了?群聊|退出了?群聊|通过扫描)|修改群名|拍了拍|以下(?:为|是)新消息|以上是|的聊天记录$|^\[?(?:群公告|聊天记录)\]?$|开启了朋友验证|红包(?:已被领|$)|^\[.{1,8}红包\]$|成为(?:新)?群主|语音通话|你已添加|recalled a message|joined the group/

/** Words before a colon that are no names. */
const LABEL = /^(?:https?|备注|注意|注|情况|情况如下|问题|如下|时间|地点|地址|电话|手机|手机号|房号|跟团号|订单号|名字|姓名|商品|数量|通知|提醒|公告|群公告|回复|引用|原因|价格|规格|合计|共计|总计|ps|re|tel|自提|自提点|取货|取货时间)$/

/** Longer than anybody writes in one breath; a line beyond it is cut into several. */
const LONGEST = 2000

/** What is known of a group-buy's households. */
interface Known {
  /** Whether somebody is called so. */
  knows: (name: string) => boolean
  /** How many letters of the words, from their beginning, are somebody's name and nothing else. */
  nameAt: (words: string) => number
  /** Whether somebody has this 跟团号. */
  hasNumber: (joinNumber: string) => boolean
}

/**
 * Takes a copied chat apart. Quotes, forwarded headings, times and WeChat's own lines are no messages.
 */
export function splitMessages(text: string, { knows, nameAt, hasNumber }: Known): Message[] {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap(line => cut(line.trim())).flatMap(line => entriesIn(line)).filter(line => line !== '')
  const headed = lines.some(line => isHeading(plain(line)))
  const messages: Message[] = []
  let current = null as Message | null
  let quoted = ''
  let open = false
  let title = ''
  /** A 接龙's heading goes on until its first entry. */
  let heading = false
  /** Who is speaking, as a heading or a colon says; '' where neither does. */
  let speaking = ''
  const begin = (who: string, words: string, more: Partial<Message> = {}) => {
    // 七七：「王阿姨：草莓坏了」: what stands in the brackets is somebody else's.
    const own = words.replace(/^「[^」]*」?/, found => { quoted += found.slice(1); return '' }).trim()
    current = { who, text: own, quoted, retold: false, listTitle: '', listed: false, number: null, nameInWords: false, under: '', pictures: 0, ...more }
    quoted = ''
    messages.push(current)
  }
  const quote = (words: string) => { if (headed && current && current.text === '') current.quoted += words; else quoted += words }
  for (const line of lines) {
    const bare = plain(line).trim()
    if (open) {
      const end = line.search(/[」”]/)
      quote(`${end < 0 ? line : line.slice(0, end)}\n`)
      open = end < 0
      if (end >= 0 && line.slice(end + 1).trim() !== '') say(line.slice(end + 1).trim())
      continue
    }
    if (bare === '' || RULE.test(line) || ONLY_TIME.test(bare) || SYSTEM.test(bare)) continue
    if (line.startsWith('「') || (/^[“"]/.test(line) && SPOKEN.test(bare.slice(1)))) {
      const end = line.slice(1).search(/[」”"]/)
      if (end < 0) {
        quote(line.slice(1))
        open = line.startsWith('「') || line.startsWith('“')
      } else {
        quote(line.slice(1, end + 1))
        if (line.slice(end + 2).trim() !== '') say(line.slice(end + 2).trim())
      }
      continue
    }
    if (/^>/.test(bare)) {
      quote(line.slice(1))
      continue
    }
    const speaker = headingOf(bare, line)
    if (speaker !== null) {
      begin(speaker, '')
      speaking = speaker
      heading = false
      continue
    }
    if (/^#?\s*接龙/.test(bare) || /接龙$/.test(bare)) {
      title = bare
      heading = true
      current = null
      speaking = ''
      continue
    }
    const entry = ENTRY.exec(bare)
    if (entry && !/^\d{1,2}:\d{2}/.test(bare)) {
      put(original(line, entry[2] ?? ''), headed ? speaking : '', { listed: true, listTitle: title, number: entry[1] ?? null })
      heading = false
      continue
    }
    if (heading) {
      title += ` ${bare}`
      continue
    }
    const spoken = SPOKEN.exec(bare)
    const name = spoken?.[1]?.trim() ?? ''
    if (spoken && !bare.includes('://') && !LABEL.test(name) && !/^\d{1,2}$/.test(name)) {
      const said = original(line, spoken[2] ?? '')
      if (headed ? knows(name) : knows(name) || looksLikeName(name)) {
        begin(originalName(line, name), said, headed ? { retold: true } : {})
        if (!headed) speaking = originalName(line, name)
        continue
      }
    }
    const counted = BARE_NUMBER.exec(bare)
    if (counted && (nameAt(counted[2] ?? '') > 0 || (!headed && hasNumber(counted[1] ?? '')))) {
      put(original(line, counted[2] ?? ''), headed ? speaking : '', { number: counted[1] ?? null, under: speaking })
      continue
    }
    const joined = JOIN_NUMBER.exec(bare)
    if (!headed && (nameAt(bare) > 0 || (joined && hasNumber(joined[1] ?? '') && current && current.text !== ''))) {
      put(line, '', { under: speaking })
      continue
    }
    say(line)
  }
  return messages.flatMap(message => {
    const pictures = (message.text.match(/\[(?:图片|照片|视频|动画表情|photo|image|video)\]/gi) ?? []).length
    // A transfer in the chat is an answer to somebody; other brackets are faces and pictures.
    const words = message.text.replace(/\[(?!转账)[^\][]{1,8}\]/g, ' ').trim()
    return words === '' && pictures === 0 ? [] : [{ ...message, text: words, pictures }]
  })

  /** Words that may begin with the name of who says them: 芳芳妈妈 桃子坏1盒. */
  function put(words: string, poster: string, more: Partial<Message>): void {
    const bare = plain(words)
    const end = nameAt(bare)
    const name = end === 0 ? '' : originalName(words, bare.slice(0, end).trim())
    const rest = end === 0 ? words : original(words, bare.slice(end).replace(/^[\s:,、|/_~-]+/, '').trim())
    // A list is put up by one for all; words below somebody's are theirs or not.
    if (end > 0) begin(name, rest, { ...more, nameInWords: true, under: name === speaking ? '' : speaking })
    else begin(poster, words, more)
  }

  /** A 接龙 that lost its line breaks: 1. 七七 桃子坏1盒 2. 芳芳妈妈 鸡蛋碎1盒. */
  function entriesIn(line: string): string[] {
    const entries: string[] = []
    for (const part of line.split(/[ \t](?=\d{1,3}[.．、)）][ \t]*\p{L})/u)) {
      if (entries.length === 0 || nameAt(plain(part).replace(/^\d+[.、)]\s*/, '')) > 0) entries.push(part.trim())
      else entries.push(`${entries.pop() ?? ''} ${part}`)
    }
    return entries
  }

  function say(words: string): void {
    const goesOn = current !== null && (current.listed || current.text === '' || (current.who !== '' && !current.nameInWords))
    if (current && goesOn) current.text += `${current.text === '' ? '' : '\n'}${words}`
    else begin('', words)
    if (current && quoted !== '') {
      current.quoted += quoted
      quoted = ''
    }
  }
}

function isHeading(bare: string): boolean {
  const line = bare.trim()
  return !ONLY_TIME.test(line) && (NAME_THEN_TIME.test(line) || TIME_THEN_NAME.test(line) || /^[^:]{1,24}:$/.test(line))
}

/** The name, where a line is nothing but who speaks and when. */
function headingOf(bare: string, line: string): string | null {
  const name = (NAME_THEN_TIME.exec(bare) ?? TIME_THEN_NAME.exec(bare) ?? /^([^:]{1,24}):$/.exec(bare))?.[1]?.trim()
  if (name === undefined || LABEL.test(name)) return null
  return originalName(line, name)
}

/** As it was written, emoji and all, where that is simple to say; else as it was read. */
function originalName(line: string, name: string): string {
  const found = line.toLowerCase().indexOf(name)
  return found < 0 ? name : line.slice(found, found + name.length)
}

function original(line: string, rest: string): string {
  const found = line.toLowerCase().lastIndexOf(rest)
  return found < 0 ? rest : line.slice(found)
}

/** Nobody is called by a sentence. */
function looksLikeName(name: string): boolean {
  return name.length <= 12 && !/[,。!?;、]/.test(name) && !/坏|烂|碎|少了|没收|退|盒|箱|袋/.test(name)
}

function cut(line: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < Math.max(1, line.length); at += LONGEST) parts.push(line.slice(at, at + LONGEST))
  return parts
}
