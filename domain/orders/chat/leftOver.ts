/**
 * What may stand beside a complaint without changing it. Whoever says anything else in the same breath is to be read by a person: that is what keeps
 * 草莓坏了1盒是假的 and the thousand other turns that nobody thought of from being taken at face value.
 */
const BESIDE = [
  '谢谢', '麻烦', '不好意思', '抱歉', '你好', '您好', '大家好', '团长', '老板', '处理一下', '处理', '看一下', '看看', '怎么办', '咋办', '可以', '能退吗', '能不能', '给退', '退一下', '退款', '退我', '要退', '退',
  '我家里', '我家', '我们家', '我们', '俺家', '我的', '我', '家的', '家里', '这次', '今天', '刚刚', '刚才', '刚', '打开', '一打开', '一看', '发现', '里面', '其中', '收到', '到了', '拿到', '拿回来', '回来', '买了', '买的', '买', '共',
  '已经', '全都', '都是', '就是', '还是', '有', '是', '都', '全', '了', '咗', '的', '也', '得', '被', '给', '就', '啊', '呀', '哦', '哎', '唉', '呜', '吧', '呢', '吗', '这', '那', '和', '跟', '还', '掉', '另外', '请', '里', '装', '号', '楼', '栋', '室', '单元', '跟团号', '元', '块', '斤', '克', 'kg', 'g',
]
const BESIDE_PATTERN = new RegExp([...BESIDE].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Letters of a clause that were not understood. `taken`: the places of goods, trouble and numbers. */
export function leftOver(clause: string, taken: readonly { at: number; end: number }[]): string {
  const letters = [...clause.split('')]
  for (const { at, end } of taken) letters.fill(' ', at, end)
  return letters.join('').replace(BESIDE_PATTERN, ' ').replace(/[^\p{L}]/gu, '')
}

/** Words anywhere in what somebody says that take back or change what they say elsewhere. */
export const TAKEN_BACK = /不是|说错|搞错|看错|弄错|写错|打错|发错群|骗|假的|玩笑|扔了|补给|换了|没事|没关系|不要紧|不碍事|算了|无所谓|其实|不用|原来|自己|更正|哦不|不对|等等|划掉|作废|撤回|忽略|明天|再说|找到|送来|已经好|好了|解决/
