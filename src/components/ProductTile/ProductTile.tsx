import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { wordless } from '../spoken'
import './ProductTile.scss'

const TINTS = 6

/** A product's picture: the case's first photo where there is one, else the word that names it on a tint of its own, because exports bring no pictures. */
export function ProductTile({ title, photo, size = 'normal' }: { title: string; photo?: string | undefined; size?: 'normal' | 'small' | 'wall' }): ReactNode {
  if (photo) return <Image className={`product-tile product-tile--${size}`} src={photo} mode='aspectFill' {...wordless()} lazyLoad />
  return <View className={`product-tile product-tile--${size} product-tile--tint${tintOf(title)}`}>{wordOf(title)}</View>
}

/** Characters that name food or goods by themselves. */
const TELLING = /[莓橙柑桔橘莲苹梨桃瓜果葡枣柿蕉樱菜青茄葱姜蒜笋菇豆薯玉米面粉饼包司糕酥颂糖茶奶酪蛋肉牛羊猪鸡鸭鹅鱼虾蟹贝油酱醋酒水花纸盆衣鞋]/

/** The character that says most about it: 【丹东99草莓】顺丰冷链 → 莓; else the first outside brackets, where sellers advertise. */
function wordOf(title: string): string {
  const plain = title.replace(/【[^】]*】|（[^）]*）|\([^)]*\)|\[[^\]]*\]/g, '')
  return TELLING.exec(plain)?.[0] ?? TELLING.exec(title)?.[0] ?? LETTER.exec(plain)?.[0] ?? LETTER.exec(title)?.[0] ?? '货'
}

const LETTER = /[\u4e00-\u9fff]|[A-Za-z]/

function tintOf(title: string): number {
  let sum = 0
  for (let i = 0; i < title.length; i++) sum = (sum * 31 + title.charCodeAt(i)) % 9973
  return sum % TINTS
}
