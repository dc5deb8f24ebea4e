import type { ChatAbout } from '../readChat'

/** For tests only: a group-buy of everyday things under the titles that sellers give them, for neighbours with the names that neighbours have. */
const PRODUCTS = [
  { id: 'peach', title: '【现摘】阳山水蜜桃', spec: '8个/盒' }, { id: 'yellow', title: '【锦绣】砀山黄桃', spec: '5斤/箱' }, { id: 'kiwi', title: '眉县徐香猕猴桃（绿心）', spec: '30枚/箱' }, { id: 'cherry', title: '智利车厘子JJ级 空运', spec: '2斤/箱' },
  { id: 'egg', title: '散养土鸡蛋 当日捡', spec: '30枚/盒' }, { id: 'milk', title: '每日鲜牛奶950ml', spec: '950ml/瓶' }, { id: 'bread', title: '北海道吐司', spec: '450g/条' }, { id: 'shrimp', title: '【活冻】黑虎虾', spec: '1kg/盒' },
  { id: 'potato', title: '云南小土豆', spec: '5斤/袋' }, { id: 'tomato', title: '普罗旺斯西红柿', spec: '5斤/箱' }, { id: 'orange', title: '赣南脐橙', spec: '10斤/箱' }, { id: 'juice', title: '冷榨橙汁', spec: '300ml/瓶' },
]

/** 跟团号, nickname, receiver, room, what. */
const BOUGHT: [string, string, string, string, string][] = [
  ['1', '芳芳妈妈', '赵敏芳', '1号楼101室', 'peach2 egg1'], ['2', '小王爸爸', '王建国', '1号楼202室', 'peach1 yellow1'], ['3', '3栋奶奶', '钱秀英', '3号楼101室', 'egg2'], ['4', '隔壁老王', '王大伟', '2号楼303室', 'cherry1 potato2'],
  ['5', '南瓜饼', '孙晓', '2号楼404室', 'milk2 bread1'], ['6', '南瓜饼11', '李娜', '2号楼1105室', 'kiwi1 shrimp2'], ['7', '七七', '朱子琪', '5号楼1801室', 'peach3'], ['8', 'Lily🌸', '陈丽', '5号楼702室', 'tomato2 orange1'],
  ['9', '阿May', '梅芳', '6号楼903室', 'orange2 juice2'], ['10', '不吃香菜', '王嘉宁', '6号楼1702室', 'shrimp1 tomato1'], ['11', '静待花开', '魏子萱', '7号楼1103室', 'peach1'], ['12', '静待花开', '吴美华', '7号楼1604室', 'cherry2'],
  ['13', '老张头', '张德福', '8号楼101室', 'peach1 kiwi2'], ['14', '木子李', '李建华', '8号楼801室', 'potato1 milk3'], ['15', '豆豆外婆', '周桂芳', '9号楼301室', 'yellow2'], ['16', '楼上小陈', '陈晨', '9号楼604室', 'peach2 bread2'],
  ['17', '橙子妈', '沈思琪', '10号楼1504室', 'orange1 cherry1'], ['18', '桃桃', '陶桃', '10号楼202室', 'peach1 shrimp1'],
]

export const EVERYDAY: ChatAbout = {
  products: PRODUCTS, leaderName: '陈姐',
  households: BOUGHT.map(([joinNumber, buyer, receiver, room, what]) => ({
    orderId: joinNumber, buyer, receiver, joinNumber, room, notClaimable: null,
    lines: what.split(' ').map(item => {
      const [, productId = '', quantity = ''] = /^([a-z]+)(\d+)$/.exec(item) ?? []
      return { lineId: productId, productId, spec: PRODUCTS.find(p => p.id === productId)?.spec ?? '', quantity: Number(quantity), openCaseId: null }
    }),
  })),
}

/**
 * What people write in a 接龙, each pasted alone, and what a careful reader of it knows: 跟团号, product, reason, pieces, each `?` where it is not said or could be
 * something else. '' where nobody complains.
 */
export const LIST_LINES: readonly (readonly [text: string, ...truth: string[]])[] = [
  // The name first, then what and how many.
  ['芳芳妈妈 水蜜桃 坏了一盒', '1 peach spoiled 1'],
  ['1. 芳芳妈妈 水蜜桃 坏了一盒', '1 peach spoiled 1'],
  ['1、小王爸爸 桃子坏了', '2 ? spoiled ?'],
  ['2．3栋奶奶 鸡蛋碎了1盒', '3 egg damaged 1'],
  ['3) 隔壁老王 樱桃坏1箱', '4 cherry spoiled 1'],
  ['3）隔壁老王 马铃薯烂了两袋', '4 potato spoiled 2'],
  ['1. 南瓜饼11 奇异果坏1箱', '6 kiwi spoiled 1'],
  ['2. 南瓜饼 牛奶漏了1瓶', '5 milk packageDamaged 1'],
  ['1. 南瓜饼11 虾化冻了 2盒', '6 shrimp thawed 2'],
  ['4. 楼上小陈：桃子烂了2盒', '16 peach spoiled 2'],
  ['楼上小陈 面包发霉2条', '16 bread spoiled 2'],
  ['5. 七七 桃子坏1盒', '7 peach spoiled 1'],
  ['5. 七七桃子坏1盒', '7 peach spoiled 1'],
  ['七七-桃子-坏1盒', '7 peach spoiled 1'],
  ['7号 七七 桃子坏1盒', '7 peach spoiled 1'],
  ['跟团号7 桃子坏1盒', '7 peach spoiled 1'],
  ['木子李 土豆发芽 坏了1袋', '14 potato ? 1'],
  // Emoji, full width, thanks.
  ['6. Lily🌸 番茄🍅烂了1箱😭', '8 tomato spoiled 1'],
  ['６．Ｌｉｌｙ　番茄烂了１箱', '8 tomato spoiled 1'],
  ['🍊1. 阿May 橙子坏了2箱', '9 orange spoiled 2'],
  ['1️⃣ 芳芳妈妈 🍑桃子坏1盒', '1 peach spoiled 1'],
  ['① 芳芳妈妈 桃子坏1盒', '1 peach spoiled 1'],
  ['10. 不吃香菜 虾少了一盒，谢谢团长🙏', '10 shrimp missing 1'],
  ['9. 阿May 🍊橙子坏①箱', '9 orange spoiled 1'],
  ['14. 木子李 牛奶 漏 1 瓶', '14 milk ? 1'],
  // Several things.
  ['1. 芳芳妈妈 桃子坏1盒 鸡蛋碎1盒', '1 peach spoiled 1', '1 egg damaged 1'],
  ['1. 芳芳妈妈 桃子坏1盒，鸡蛋碎了1盒', '1 peach spoiled 1', '1 egg damaged 1'],
  ['1. 芳芳妈妈 桃子坏1盒、鸡蛋碎1盒', '1 peach spoiled 1', '1 egg damaged 1'],
  ['8. Lily 西红柿烂1箱+橙子坏1箱', '8 tomato spoiled 1', '8 orange spoiled 1'],
  ['8. Lily 番茄和橙子各坏1箱', '8 tomato spoiled 1', '8 orange spoiled 1'],
  ['13. 老张头 桃子坏1盒 猕猴桃坏2箱', '13 peach spoiled 1', '13 kiwi spoiled 2'],
  ['13. 老张头 猕猴桃坏1箱', '13 kiwi spoiled 1'],
  ['9. 阿May 橙汁漏了1瓶 橙子好的', '9 juice packageDamaged 1'],
  ['9. 阿May 橙子坏1箱', '9 orange spoiled 1'],
  // What could be two things, or another's.
  ['2. 小王爸爸 桃子坏1', '2 ? spoiled ?'],
  ['2. 小王爸爸 黄桃坏1箱', '2 yellow spoiled 1'],
  ['15. 豆豆外婆 桃子坏1箱', '15 yellow spoiled 1'],
  ['15. 豆豆外婆 水蜜桃坏1箱', '15 ? spoiled ?'],
  ['15. 豆豆外婆 油桃坏1箱', '15 ? spoiled ?'],
  ['3. 静待花开 桃子坏1盒', '11 peach spoiled 1'],
  ['3. 静待花开 坏1盒', '? ? spoiled ?'],
  ['17. 橙子妈 樱桃坏1箱', '17 cherry spoiled 1'],
  ['橙子妈 坏1箱', '17 ? spoiled ?'],
  ['18. 桃桃 虾化了1盒', '18 shrimp thawed 1'],
  ['18. 桃桃 坏1盒', '18 ? spoiled ?'],
  ['桃桃坏1盒', '? ? spoiled ?'],
  ['桃子坏1盒', '? peach spoiled ?'],
  ['7. 桃子坏1盒', '? ? spoiled ?'],
  ['7号 隔壁老王 桃子坏1盒', '? ? spoiled ?'],
  ['7. 隔壁老王 车厘子坏1箱', '4 cherry spoiled 1'],
  ['17. 隔壁老王 车厘子坏1箱', '4 cherry spoiled ?'],
  ['芳芳妈妈 隔壁桃子坏1盒', '? ? spoiled ?'],
  ['芳芳妈妈 帮小王爸爸登记 桃子坏1盒', '? ? spoiled ?'],
  ['小王爸爸、芳芳妈妈 桃子各坏1盒', '2 ? spoiled ?', '1 ? spoiled ?'],
  // Numbers that are not so many of what is sold.
  ['1. 芳芳妈妈 桃子坏2个', '1 peach spoiled ?'],
  ['12. 芳芳妈妈 桃子坏2个', '1 peach spoiled ?'],
  ['3. 3栋奶奶 鸡蛋破了5个', '3 egg damaged ?'],
  ['5. 七七 桃子2盒坏了3个', '7 peach spoiled ?'],
  ['5. 七七 桃子1-2盒坏', '7 peach spoiled ?'],
  ['5. 七七 桃子坏了2斤', '7 peach spoiled ?'],
  ['5. 七七 桃子坏4盒', '7 peach spoiled ?'],
  ['5. 七七 坏2盒', '7 peach spoiled 2'],
  ['5. 七七 坏了', '7 peach spoiled ?'],
  ['5. 七七 桃子坏2盒？', '7 peach spoiled ?'],
  // +1, the same again, corrections, nothing wrong.
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 +1', '1 peach spoiled 1', '7 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 同上', '1 peach spoiled 1', '7 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 我家也是 2盒', '1 peach spoiled 1', '7 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 桃子坏2盒\n3. 芳芳妈妈 更正：桃子坏2盒', '1 peach spoiled ?', '7 peach spoiled 2'],
  ['1. 芳芳妈妈 桃子坏1盒（说错了，是鸡蛋）', '1 ? spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒→2盒', '1 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒 已退', '1 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子很好\n2. 七七 没坏\n3. 3栋奶奶 鸡蛋一个没碎'],
  ['1. 芳芳妈妈 桃子2盒\n2. 七七 桃子3盒'],
  ['#接龙\n坏果登记\n例 12号 桃子 坏1盒\n1. 芳芳妈妈 桃子 1盒\n2. 七七 3盒', '1 peach ? ?', '7 peach ? ?'],
  ['#接龙 桃子坏了的接一下\n1. 芳芳妈妈 1盒\n2. 七七 2盒', '1 peach spoiled ?', '7 peach spoiled ?'],
  ['陈姐 18:20\n#接龙\n登记坏的\n1. 芳芳妈妈 桃子坏1盒\n2. 隔壁老王 车厘子烂1箱', '1 peach spoiled 1', '4 cherry spoiled 1'],
  ['七七 18:20\n1. 芳芳妈妈 桃子坏1盒\n2. 七七 桃子坏1盒', '1 peach spoiled ?', '7 peach spoiled 1'],
  ['1. 七七 桃子坏1盒 2. 芳芳妈妈 桃子坏1盒 3. 3栋奶奶 都好', '7 peach spoiled 1', '1 peach spoiled 1'],
  ['1. 芳芳妈妈 桃子坏1盒 2. 鸡蛋碎1盒', '1 peach spoiled 1', '1 egg damaged 1'],
  ['芳芳妈妈 桃子坏1盒\n陈姐：已退', '1 peach spoiled ?'],
  ['@七七 桃子坏1盒', '7 peach spoiled ?'],
  ['芳芳妈妈 桃子坏1盒\n说错了', '1 peach spoiled ?'],
  ['七七：桃子坏1盒\n13号 8-101\n说错了没坏', '7 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 2盒\n3. 13号 老张头 桃子', '1 peach spoiled 1', '7 peach spoiled ?', '13 peach spoiled ?'],
  ['1. 芳芳妈妈 桃子坏1盒\n2. 七七 2盒都好', '1 peach spoiled 1'],
  ['七七：桃子坏1盒、2盒', '7 peach spoiled ?'],
  ['15. 豆豆外婆 酸奶坏1箱', '15 ? ? ?'],
  ['豆豆外婆：黄桃 酸奶坏1箱', '15 ? ? ?'],
  ['1. 小陈 桃子坏1盒', '? peach spoiled ?'],
  // Lists whose numbers are the 跟团号, and one that does not fit.
  ['1. 芳芳妈妈 桃子坏1盒\n4. 隔壁老王 樱桃坏1箱\n9. 七七 桃子坏1盒', '1 peach spoiled 1', '4 cherry spoiled 1', '7 peach spoiled ?'],
  // Other tongues, and what stands below them.
  ['山田さん: 1号 桃子坏\n7 水蜜桃 2盒都坏\n13号 14号 15号…', '1 peach spoiled ?', '7 peach spoiled ?'],
  ['1号 7号 13号 桃子都坏了', '1 peach spoiled ?', '7 peach spoiled ?', '13 peach spoiled ?'],
  // Words that only hold the name of a thing.
  ['1. 芳芳妈妈 你个坏蛋，桃子很好'],
  ['1. 芳芳妈妈 桃花坏1盒', '1 ? spoiled ?'],
  ['1. 芳芳妈妈 蛋糕坏1盒', '1 ? spoiled ?'],
  ['9. 阿May 橙子汁坏1瓶', '9 ? spoiled ?'],
  ['14. 木子李 牛奶箱坏1箱', '14 ? ? ?'],
  ['南瓜饼 坏了1瓶', '5 ? spoiled ?'],
  ['南瓜饼12 牛奶漏了1瓶', '? milk packageDamaged ?'],
  ['南瓜饼12：牛奶漏了1瓶', '? milk packageDamaged ?'],
]
