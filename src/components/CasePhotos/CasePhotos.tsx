import { Image, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Tap } from '../Tap/Tap'
import { wordless } from '../spoken'
import './CasePhotos.scss'

interface CasePhotosProps {
  photos: readonly string[]
  links: Record<string, string>
  /** Asks for fresh links: those that were given expire after a while. */
  onAgain: () => void
  /** Stands below something else, not at the top of the page. */
  within?: boolean
}

/** What the neighbour photographed: the first as wide as the page, the others below it; a tap shows any of them full-screen. */
export function CasePhotos({ photos, links, onAgain, within = false }: CasePhotosProps): ReactNode {
  /** Links that turned out not to open. A fresh link of the same photo is another one. */
  const [dead, setDead] = useState<readonly string[]>([])
  const [first, ...others] = photos
  if (first === undefined) return <View className={`case-photos case-photos--none${within ? ' case-photos--within' : ''}`}>这件事没有照片</View>
  const opens = photos.flatMap(id => links[id] ?? []).filter(link => !dead.includes(link))
  const photo = (id: string, number: number, className: string) => {
    const link = links[id]
    if (link === undefined || dead.includes(link)) return <Tap key={id} className={`${className} case-photos__missing`} label={`第 ${number} 张没打开，点一下再试`} onTap={onAgain}>没打开，点一下再试</Tap>
    return (
      <Tap key={id} role='img' className={className} label={`第 ${number} 张照片，共 ${photos.length} 张，点开看大图`} onTap={() => platform.showPhotos(opens, link)}>
        <Image className='case-photos__image' src={link} mode='aspectFill' {...wordless()} onError={() => setDead(all => [...all, link])} />
        {number === 1 && photos.length > 1 && <View className='case-photos__count'>共 {photos.length} 张</View>}
      </Tap>
    )
  }
  return (
    <View className={`case-photos${photos.length === 2 ? ' case-photos--two' : ''}${within ? ' case-photos--within' : ''}`}>
      {photo(first, 1, 'case-photos__first')}
      {others.length > 0 && <View className={`case-photos__others case-photos__others--${others.length}`}>{others.map((id, i) => photo(id, i + 2, 'case-photos__other'))}</View>}
    </View>
  )
}
