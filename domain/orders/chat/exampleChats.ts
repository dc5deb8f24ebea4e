import type { Reason } from '../../case/reasons'
import type { ChatAbout } from '../readChat'

/** For tests only: a group-buy whose neighbours are called alike, and chats as they are really copied. */

export const PRODUCTS = [
  { id: 'berry', title: '【丹东99草莓】顺丰冷链', spec: '2斤/盒' }, { id: 'orange', title: '【赣南脐橙】甜过初恋', spec: '5斤/箱' }, { id: 'greens', title: '有机上海青', spec: '500g' },
  { id: 'tomato', title: '本地小番茄（当日采摘）', spec: '盒装(约1斤)' }, { id: 'potato', title: '崇明小土豆+小葱组合', spec: '3斤' }, { id: 'toast', title: '北海道吐司', spec: '整条450g' }, { id: 'tofu', title: '老味道臭豆腐', spec: '10块/盒' },
]

/** 跟团号, nickname, receiver, room, what. */
const BOUGHT: [string, string, string, string, string][] = [
  ['1', '明天会更好', '冯春燕', '1号楼502室', 'berry1 greens2'], ['2', '静待花开', '魏子萱', '1号楼1103室', 'berry2'], ['4', 'Lily妈妈', '陈淑敏', '2号楼804室', 'berry2 tomato1'],
  ['5', '慢慢', '孔文静', '3号楼201室', 'tomato2 potato1'], ['7', '王阿姨', '王秀珍', '5号楼602室', 'berry2 greens1 orange1'], ['8', '老张头', '张德福', '5号楼101室', 'orange2'],
  ['9', '七七', '朱子琪', '5号楼1801室', 'berry1'], ['12', '小林', '林晓彤', '8号楼1101室', 'berry1 tomato2'], ['14', '不吃香菜', '王嘉宁', '8号楼1702室', 'berry1 greens2'],
  ['16', '小熊软糖', '吴雨欣', '9号楼604室', 'berry1 tomato3 greens1'], ['17', '向日葵🌻', '姜丽娟', '9号楼1301室', 'potato2 greens1'], ['18', '静待花开', '吴美华', '10号楼1604室', 'berry1 orange1'],
  ['19', 'Mr. Wu', '吴海峰', '10号楼903室', 'greens3 toast1'], ['21', '爱吃橙子的猫', '沈思琪', '11号楼1504室', 'orange2 berry1'], ['22', '老张头', '李建华', '12号楼3单元801室', 'berry1 tomato1 potato1'], ['23', '豆豆外婆', '周桂芳', '2号楼301室', 'tofu2 orange1'],
]

export const ABOUT: ChatAbout = {
  products: PRODUCTS, leaderName: '陈姐',
  households: BOUGHT.map(([joinNumber, buyer, receiver, room, what]) => ({
    orderId: `order-${joinNumber}`, buyer, receiver, joinNumber, room, notClaimable: null,
    lines: what.split(' ').map(item => {
      const [, productId = '', quantity = ''] = /^([a-z]+)(\d+)$/.exec(item) ?? []
      return { lineId: productId, productId, spec: PRODUCTS.find(p => p.id === productId)?.spec ?? '', quantity: Number(quantity), openCaseId: joinNumber === '14' && productId === 'greens' ? 'open-case' : null }
    }),
  })),
}

/** What a careful reader knows: 跟团号, product, reason, pieces; null where the chat does not say. */
export type Truth = [joinNumber: string, productId: string, reason: Reason | null, pieces: number | null]

export interface ExampleChat {
  name: string
  text: string
  truth: Truth[]
  /** How many proposals should be sure and right, and how many left to the leader. */
  right: number
  uncertain: number
}

const RULE = '- - - - - - - - - - - - - - -'

export const CHATS: ExampleChat[] = [
  {
    name: 'plain, as a computer copies it', right: 3, uncertain: 0,
    text: '王阿姨:\n草莓坏了1盒\n\n小林:\n小番茄烂了两盒😭\n\nLily妈妈:\n草莓压坏了一盒[图片]\n\n明天会更好:\n收到了，谢谢团长',
    truth: [['7', 'berry', 'spoiled', 1], ['12', 'tomato', 'spoiled', 2], ['4', 'berry', 'damaged', 1]],
  },
  {
    name: 'names with times', right: 3, uncertain: 0,
    text: '王阿姨 2026/11/21 18:20\n脐橙少了一箱\n七七 2026/11/21 18:21\n草莓烂了\nMr. Wu 昨天 18:22\n吐司发霉了1条，另外青菜都挺好的',
    truth: [['7', 'orange', 'missing', 1], ['9', 'berry', 'spoiled', 1], ['19', 'toast', 'spoiled', 1]],
  },
  {
    name: 'denials, thanks and praise', right: 0, uncertain: 0,
    text: '王阿姨：草莓没坏，很新鲜\n小林：一个都没烂，谢谢团长\n七七：都挺好，不用退\n慢慢：番茄不错，好吃不贵\n老张头：没问题\nLily妈妈：没有坏的，放心\n静待花开：草莓至少有两斤，多少钱来着',
    truth: [],
  },
  {
    name: 'questions and announcements', right: 0, uncertain: 1,
    text: '陈姐：草莓有坏的邻居请联系我，坏果包赔\n陈姐：各位有没有少的？\n王阿姨：你们的草莓坏了吗？\n小林：草莓会不会坏？\n七七：谁家的草莓烂了\n慢慢：如果番茄坏了怎么办\nLily妈妈：我的草莓坏了2盒？',
    truth: [['4', 'berry', 'spoiled', 2]],
  },
  {
    name: 'quotes and me-too', right: 1, uncertain: 2,
    text: `王阿姨：草莓坏了一盒\n七七：「王阿姨：草莓坏了一盒」\n${RULE}\n我也是\n小林：「王阿姨：草莓坏了一盒」\n———————\n我家没坏\nLily妈妈：「王阿姨：草莓坏了一盒」\n————\n我家坏了2盒`,
    truth: [['7', 'berry', 'spoiled', 1], ['9', 'berry', 'spoiled', 1], ['4', 'berry', 'spoiled', 2]],
  },
  {
    name: 'numbers that are no quantities', right: 4, uncertain: 5,
    text: '王阿姨：29.9元的草莓坏了1盒\n小林：草莓5斤装？不，2斤装的，坏1盒，8-1101\n七七：18:20拿的草莓，11月21号才吃，烂了\n老张头：12栋3单元801 番茄坏了，12.8一盒\n爱吃橙子的猫：脐橙坏了3个\n慢慢：番茄坏了一半\n小熊软糖：番茄12.8元一盒，烂了\nMr. Wu：6.5一份的上海青烂了2份\n静待花开 1-1103：草莓 一盒59.9 坏了',
    truth: [['7', 'berry', 'spoiled', 1], ['12', 'berry', 'spoiled', 1], ['9', 'berry', 'spoiled', 1], ['22', 'tomato', 'spoiled', 1], ['16', 'tomato', 'spoiled', null], ['19', 'greens', 'spoiled', 2], ['2', 'berry', 'spoiled', null], ['21', 'orange', 'spoiled', null], ['5', 'tomato', 'spoiled', null]],
  },
  {
    name: 'several called alike', right: 2, uncertain: 3,
    text: '静待花开：草莓坏了1盒\n老张头：脐橙坏了一箱\n静待花开 1-1103：草莓烂了2盒\n老张头：跟团号22，草莓坏了\n王姐：草莓坏了',
    truth: [['2', 'berry', 'spoiled', null], ['8', 'orange', 'spoiled', 1], ['2', 'berry', 'spoiled', 2], ['22', 'berry', 'spoiled', 1], ['7', 'berry', 'spoiled', null]],
  },
  {
    name: 'a 接龙 of what is bad', right: 0, uncertain: 3,
    text: '#接龙\n草莓有坏的登记一下\n1. 王阿姨 草莓 2盒\n2. 小林 1盒\n3、七七 9号 1盒',
    truth: [['7', 'berry', 'spoiled', 2], ['12', 'berry', 'spoiled', 1], ['9', 'berry', 'spoiled', 1]],
  },
  {
    name: 'a 接龙 of orders, and one with the trouble in the entries', right: 2, uncertain: 0,
    text: '#接龙\n周六果蔬团\n1. 王阿姨 草莓 2盒\n2. 小林 番茄 2盒\n\n#接龙\n登记\n1. 王阿姨 草莓坏了1盒\n2. 小林 番茄烂1盒\n3. 慢慢 都好',
    truth: [['7', 'berry', 'spoiled', 1], ['12', 'tomato', 'spoiled', 1]],
  },
  {
    name: 'one person in several breaths', right: 2, uncertain: 1,
    text: '王阿姨：草莓\n王阿姨：坏了\n王阿姨：两盒\n小林：番茄坏了1盒\n小林：番茄坏了1盒\nLily妈妈：番茄好吃\n七七：哈喽\nLily妈妈：坏了两盒',
    truth: [['7', 'berry', 'spoiled', 2], ['12', 'tomato', 'spoiled', 1], ['4', 'berry', 'spoiled', 2]],
  },
  {
    name: 'several languages', right: 3, uncertain: 1,
    text: 'Mr. Wu：吐司 moldy 1条\n小林：草莓爛了1盒\n王阿姨：草莓壓壞咗兩盒\nLily妈妈: strawberries not bad, thanks\nLily妈妈: tomatoes rotten 1 box',
    truth: [['19', 'toast', 'spoiled', 1], ['12', 'berry', 'spoiled', 1], ['7', 'berry', 'damaged', 2], ['4', 'tomato', 'spoiled', 1]],
  },
  {
    name: 'others\' goods, the past, what is settled, hearsay', right: 0, uncertain: 7,
    text: '王阿姨：隔壁的草莓坏了1盒\n小林：上次的草莓坏了1盒\n七七：草莓坏了1盒，已经退了\nLily妈妈：听说草莓坏了1盒\n慢慢：番茄好像坏了1盒\n不吃香菜：青菜烂了1份\n路过的人：草莓坏了1盒',
    truth: [['5', 'tomato', 'spoiled', 1], ['14', 'greens', 'spoiled', 1]],
  },
  {
    name: 'more than bought, not bought, two things at once', right: 1, uncertain: 5,
    text: '七七：草莓坏了3盒\n老张头 5-101：草莓坏了1盒\n小熊软糖：草莓和番茄都坏了\n小林：3盒里坏了1盒，是番茄\n王阿姨：青菜很好，脐橙少了1箱',
    truth: [['9', 'berry', 'spoiled', null], ['16', 'berry', 'spoiled', 1], ['16', 'tomato', 'spoiled', null], ['12', 'tomato', 'spoiled', 1], ['7', 'orange', 'missing', 1]],
  },
  {
    name: 'words that only sound like trouble', right: 1, uncertain: 0,
    text: '豆豆外婆：臭豆腐很好吃\n王阿姨：坏人太多了[坏笑]\n小林：快递柜坏了，打不开\n七七：手机坏了才看到消息\n慢慢：笑烂了哈哈\n豆豆外婆：臭豆腐漏了1盒\n静待花开：没收到退款\n小熊软糖：碎花裙好看，酸奶好喝\n爱吃橙子的猫：心情坏了',
    truth: [['23', 'tofu', 'packageDamaged', 1]],
  },
  {
    name: 'WeChat\'s own lines, mentions, forwarded words', right: 2, uncertain: 1,
    text: '“小林”邀请“新来的”加入了群聊\n王阿姨 18:20\n王阿姨撤回了一条消息\n王阿姨 18:21\n@陈姐 草莓坏了一盒🍓\n2026年11月21日 18:22\n小林 18:22\n[图片]\n[图片]\n草莓压扁了1盒\n七七 18:30\nLily妈妈：草莓坏了2盒\n以下为新消息\n"七七" 拍了拍 "小林"',
    truth: [['7', 'berry', 'spoiled', 1], ['12', 'berry', 'damaged', 1], ['4', 'berry', 'spoiled', 2]],
  },
  {
    name: 'somebody was hurt, weights, what is only wished', right: 0, uncertain: 4,
    text: '王阿姨：吃了草莓拉肚子了\n小林：草莓分量不够，只有1斤半\n七七：草莓想退\nLily妈妈：番茄不甜，难吃',
    truth: [['7', 'berry', null, null], ['12', 'berry', 'underweight', null], ['9', 'berry', null, 1], ['4', 'tomato', 'notAsDescribed', 1]],
  },
  {
    name: 'no names at all', right: 3, uncertain: 2,
    text: '7号 草莓坏了1盒\n8-1101 番茄烂了2盒\n草莓坏了1盒\n5号楼1801室草莓坏了\n21号到的草莓坏了1盒',
    truth: [['7', 'berry', 'spoiled', 1], ['12', 'tomato', 'spoiled', 2], ['9', 'berry', 'spoiled', 1]],
  },
]

/** Turns of speech that nearly say something else; each read alone. Most are for the leader to read; these few say plainly what they mean. */
export const TURNS = `王阿姨：草莓坏了1盒是假的
王阿姨：草莓坏了1盒不是我的
王阿姨：不是草莓坏了1盒
王阿姨：草莓坏了1盒，骗你的
王阿姨：没有1盒坏
王阿姨：草莓没有1盒是坏的
王阿姨：草莓一盒没坏
王阿姨：草莓哪有坏
王阿姨：草莓2盒一个坏的都没有
王阿姨：草莓坏的1盒我扔了，脐橙好的
王阿姨：草莓2盒都没烂
王阿姨：草莓两盒都坏了
王阿姨：草莓2盒里有1盒底下坏了几个
王阿姨：青菜退了，草莓坏了1盒
王阿姨：草莓1盒坏了换1盒新的了
王阿姨：草莓少给1盒，补给我了
王阿姨：草莓少了1盒又多了1盒脐橙
王阿姨：草莓坏了1盒 哦不 是2盒
王阿姨：草莓坏了1盒，说错了，是脐橙
王阿姨：昨天的草莓坏了1盒
王阿姨：草莓放坏了1盒
王阿姨：我自己把草莓摔坏了1盒
王阿姨：草莓再放就要坏了
王阿姨：草莓2盒快坏了
王阿姨：草莓坏了1盒没关系
王阿姨：草莓坏了1盒算了不用退
王阿姨：草莓坏1盒 番茄坏1盒
王阿姨：老张头家脐橙坏1箱
王阿姨：帮12号报一下草莓坏1盒
王阿姨：草莓坏了1/2盒
王阿姨：草莓坏了1.5盒
王阿姨：草莓坏了10盒
王阿姨：草莓坏了零盒
王阿姨：草莓坏了0盒
王阿姨：还好草莓没坏1盒
王阿姨：比上次草莓坏1盒强
王阿姨：草莓1盒坏了1个
王阿姨：草莓1盒里坏了1颗
王阿姨：草莓一盒有一颗烂的
七七：草莓烂了一颗
七七：草莓有颗烂的
七七：草莓烂得不多
七七：草莓盒子破了
七七：草莓盒子破了但是草莓没事
七七：草莓碎了一角
七七：草莓我老公吃了说坏
七七：草莓拿到了，没坏吧？
七七：草莓不知坏没坏
七七：草莓坏没坏啊
七七：草莓坏不坏
七七：草莓烂不烂
七七：草莓别人都说烂，我的很好
七七：草莓烂的话退吗
七七：烂草莓
七七：草莓不要烂的
七七：草莓给我挑不烂的
七七：草莓要坏了吧
七七：草莓少了点
七七：草莓少了
七七：草莓少放点
七七：草莓不能有坏的
七七：希望草莓不要坏
七七：草莓保证不坏
七七：草莓坏了我找谁
七七：草莓坏了你负责
七七：谁说草莓坏了
七七：草莓坏了才怪
七七：草莓没收到
七七：草莓没收到货的举手
七七：草莓没拿到 我明天去拿
七七：草莓还没去拿
七七：今天忘拿草莓了，没拿到
七七：草莓给我留着，没拿到
七七：草莓烂透了这天气
七七：草莓烂大街了
七七：草莓便宜到烂大街
七七：草莓坏了的那盒是9号的
小林：草莓坏了1盒 @七七 你呢
小林：七七 草莓坏了1盒
小林：回复七七：草莓坏了1盒
小林：转：草莓坏了1盒
小林：已收到 草莓 1盒 番茄 2盒 番茄烂1盒
小林：番茄2盒烂1盒好
小林：番茄烂了1盒另1盒还行
小林：番茄烂了1盒送人了
小林：番茄烂了1盒半
小林：番茄烂了1盒多
小林：番茄烂了将近1盒
小林：番茄不止烂1盒
小林：番茄烂了不到1盒
小林：番茄烂了大约1盒
小林：番茄坏了2盒中的1盒
小林：番茄坏了第2盒
小林：番茄下单2盒坏
小林：番茄两盒坏一盒
小林：番茄烂1盒退12.8
小林：番茄烂了1盒想换1盒
小林：番茄1盒烂1盒碎
小林：草莓番茄各坏1盒
小林：草莓坏，番茄好
小林：草莓好，番茄坏
小林：草莓和番茄一样坏1盒
小林：草莓酱坏了1盒
小林：番茄炒蛋坏了1盒
小林：隔夜番茄烂了1盒
小林：家里以前买的番茄烂了1盒
小林：超市的番茄烂了1盒
小林：别的团番茄烂了1盒
小林：番茄盒子坏了1个
小林：今天番茄烂1盒明天烂1盒
Mr. Wu: toast is not moldy
Mr. Wu: toast 没有 moldy`.split('\n')
export const PLAINLY: Record<string, Truth> = {
  '王阿姨：草莓两盒都坏了': ['7', 'berry', 'spoiled', 2],
  '王阿姨：草莓坏1盒 番茄坏1盒': ['7', 'berry', 'spoiled', 1],
  '七七：草莓盒子破了': ['9', 'berry', 'packageDamaged', 1],
  '七七：烂草莓': ['9', 'berry', 'spoiled', 1],
  '七七：草莓没收到': ['9', 'berry', 'missing', 1],
  '小林：已收到 草莓 1盒 番茄 2盒 番茄烂1盒': ['12', 'tomato', 'spoiled', 1],
  '小林：番茄两盒坏一盒': ['12', 'tomato', 'spoiled', 1],
  '小林：番茄烂1盒退12.8': ['12', 'tomato', 'spoiled', 1],
  '小林：草莓坏，番茄好': ['12', 'berry', 'spoiled', 1],
}
