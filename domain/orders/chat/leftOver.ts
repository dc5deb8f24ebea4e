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

/** What is said before and after a complaint, in a breath of its own, without changing it. */
const PEACEFUL = [
  '好吃', '挺好', '很好', '都好', '完好', '完美', '满意', '很甜', '甜', '新鲜', '没问题', '不错', '赞', '辛苦', '感谢', '谢', '好的', '好', '哈喽', '嗨', '嗯', '噢', '哦', '么', '您', '你', '亲', '各位', '大家',
  '拍照', '照片', '如图', '见图', '图', '早上', '上午', '中午', '下午', '晚上', '登记', '报一下', '说一下', '马上', '放心', '其他', '其它', '别的', '其余', '挺', '很', '已', '才吃', '拿的', '月', '日', 'hi', 'hello', 'thanks', 'thank you', 'please', 'ok',
]
/** 12.8一盒: what one costs. */
const PRICE = '\\d[元块]?[一每][盒箱袋包瓶份件斤]'
const PEACEFUL_PATTERN = new RegExp([PRICE, ...[...BESIDE, ...PEACEFUL].sort((a, b) => b.length - a.length)].join('|'), 'g')

/**
 * Letters of a clause that were not understood, and signs that change a number (2盒+, ≥2盒). `taken`: the places of goods, trouble and numbers.
 * @param alone the clause says nothing of trouble, so it may say more without changing what others say
 */
export function leftOver(clause: string, taken: readonly { at: number; end: number }[], alone = false): string {
  const letters = [...clause.split('')]
  for (const { at, end } of taken) letters.fill(' ', at, end)
  return letters.join('').replace(alone ? PEACEFUL_PATTERN : BESIDE_PATTERN, ' ').replace(/[^\p{L}\p{Sm}\p{No}*\\/%^]/gu, '')
}

/** Words anywhere in what somebody says that take back or change what they say elsewhere. */
export const TAKEN_BACK = /不是|说错|搞错|看错|弄错|写错|打错|发错群|骗|假的|玩笑|扔了|补给|换了|没事|没关系|不要紧|不碍事|算了|无所谓|其实|不用|原来|自己|更正|哦不|不对|等等|不要[退赔换]|不需要|免了|甭|划掉|作废|撤回|忽略|明天|再说|找到|送来|已经好|好了|解决/
