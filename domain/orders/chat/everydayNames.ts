/** What neighbours call a thing, and how titles call it. Letters as `plain` leaves them. */
export interface EverydayName {
  /** As people say it. */
  said: readonly string[]
  /** As it stands in titles; any of these is what is meant. */
  titled: readonly string[]
  /** Longer words that hold one of the above and are another thing, in titles and in what is said. */
  not: readonly string[]
}

const alike = (names: string, not = ''): EverydayName => kinds(names, names, not)
const kinds = (said: string, titled: string, not = ''): EverydayName => ({ said: said.split(' '), titled: titled.split(' '), not: not === '' ? [] : not.split(' ') })

/**
 * Common knowledge of what is sold in group-buys: names that mean the same, and kinds that go by the name of the whole. Only such words as hardly mean anything
 * else; where a thing of a broader name could be another, the narrower name has a row of its own.
 */
export const EVERYDAY_NAMES: readonly EverydayName[] = [
  kinds('桃子 桃', '桃', '猕猴桃 弥猴桃 樱桃 核桃 胡桃 杨桃 桃胶 桃酥 桃花 桃李 桃桃 桃片 桃仁 桃木 桃汁 桃子汁 桃干 桃源 蜜桃乌龙'),
  alike('猕猴桃 弥猴桃 奇异果'), alike('车厘子 樱桃', '樱桃番茄 樱桃萝卜 樱桃鸭 樱桃谷 樱桃肉'),
  alike('番茄 西红柿', '小番茄 樱桃番茄 圣女番茄 番茄酱 番茄汁 番茄味 番茄炒 番茄鱼 番茄锅'), alike('小番茄 圣女果 樱桃番茄 小西红柿 圣女番茄', '番茄酱'),
  alike('土豆 马铃薯 洋芋', '土豆片 土豆丝 土豆粉 土豆泥 土豆饼'), kinds('红薯 地瓜 番薯 山芋 甘薯', '红薯 地瓜 番薯 山芋 甘薯 蜜薯 烟薯', '地瓜干 红薯干 红薯粉 番薯干 地瓜粉'),
  alike('玉米 苞米 苞谷', '玉米面 玉米粉 玉米油 玉米片 玉米粒 玉米淀粉 玉米汁'), alike('黄瓜 青瓜', '黄瓜籽 黄瓜味'), alike('卷心菜 包菜 圆白菜 包心菜'), alike('西兰花 西蓝花'), alike('香菜 芫荽'), alike('菠萝 凤梨', '菠萝蜜 菠萝包 菠萝油 凤梨酥 菠萝咕噜'),
  kinds('橙子 橙', '橙', '橙汁 橙子汁 橙色 橙红 橙味 鲜橙多 橙皮 橙花'), kinds('橘子 桔子', '橘 桔 柑', '橘红 橘皮 桔梗 橘汁 橘子汁 桔汁 橘子水 柑普 柑橘味 橘子味 金桔 金橘'), kinds('柚子', '柚', '柚子茶 蜂蜜柚 柚汁 柚子汁 西柚汁 柚木'),
  kinds('苹果', '苹果 红富士', '苹果汁 苹果醋 苹果手机 苹果干 苹果派 苹果脆'), kinds('梨子 梨', '梨', '凤梨 梨膏 梨汁 梨花 梨子汁 雪梨汁'), kinds('葡萄 提子', '葡萄 提子 青提 红提 黑提 阳光玫瑰', '葡萄干 葡萄酒 葡萄汁 提子干 葡萄柚 葡萄籽 葡萄糖'), kinds('西瓜', '西瓜 麒麟瓜', '西瓜汁 西瓜子 西瓜籽'),
  kinds('李子', '李子 脆李 三华李 青李 黑布林'), kinds('枣子 枣', '枣', '枣糕 枣泥 酸枣仁 枣花 枣夹 沙枣 红枣味 枣豆'),
  kinds('鸡蛋 蛋', '鸡蛋 鲜蛋 土蛋 草蛋 谷物蛋', '鸡蛋糕 鸡蛋卷 鸡蛋仔 鸡蛋面 鸡蛋干 鸡蛋饼 蛋糕 蛋挞 蛋黄 蛋清 蛋白 皮蛋 鸭蛋 鹅蛋 咸蛋 鹌鹑蛋 鸽子蛋 变蛋 松花蛋 卤蛋 茶叶蛋 蛋卷 蛋仔 蛋炒 蛋饺 蛋液 蛋粉 坏蛋 笨蛋 混蛋 完蛋 滚蛋 捣蛋 扯蛋 彩蛋 傻蛋 王八蛋 蛋疼 蛋蛋'),
  kinds('牛奶 鲜奶 纯奶', '牛奶 鲜奶 纯奶 牛乳', '牛奶糖 牛奶饼 牛奶巧 牛奶面包 牛奶枣 牛奶草莓 牛奶箱 牛奶盒 牛奶味 鲜奶油 鲜奶糕 鲜奶吐司 牛奶吐司 鲜奶小方 牛奶卷 牛奶棒 牛奶布丁'),
  kinds('面包', '面包 吐司 土司 欧包', '面包糠 面包虫 面包装 面包机 面包车 面包蟹 面包片机'), alike('吐司 土司'),
  kinds('虾 大虾 虾子', '虾', '虾仁 虾滑 虾饺 虾条 虾片 虾皮 虾米 虾酱 虾干 虾尾 龙虾 皮皮虾 虾丸 虾饼 虾球 虾油 虾粉 虾糕'), kinds('螃蟹 蟹', '蟹', '蟹棒 蟹黄 蟹柳 蟹味 蟹粉 蟹爪 蟹酱 蟹肉棒'), kinds('馄饨 云吞 抄手', '馄饨 云吞 抄手', '馄饨皮 云吞面'), kinds('饺子 水饺', '饺子 水饺', '饺子皮 饺子粉 饺子醋'), kinds('粽子', '粽', '粽叶 粽绳'),
]
