import { Image, View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { MOST_PHOTOS } from '../../../domain/case/file'
import { CallFailed } from '../../cloud/callFailed'
import { platform } from '../../cloud/platform'
import { Tap } from '../Tap/Tap'
import { Trouble } from '../States/Trouble'
import type { Photo, Photos } from './usePhotos'
import { wordless } from '../spoken'
import './PhotoPicker.scss'

interface PhotoPickerProps {
  of: Photos
  /** One line about what makes a good picture. */
  hint?: string
  most?: number
  /** The camera opens without another tap, where there is no photo yet: for who has just tapped to take one. */
  openAtOnce?: boolean
}

/** Takes photos and shows how far each got. `of` comes from usePhotos, so that the page knows what has arrived. */
export function PhotoPicker({ of: { photos, add, again, remove }, hint, most = MOST_PHOTOS, openAtOnce = false }: PhotoPickerProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null)
  const room = most - photos.length
  const choose = () => {
    setTrouble(null)
    add(room).then(over => { if (over > 0) setTrouble(`最多 ${most} 张，多选的 ${over} 张没有加`) }).catch((why: unknown) => {
      console.warn('photos could not be chosen', why)
      setTrouble(why instanceof CallFailed ? why.message : '相机或相册没打开，请在手机设置里允许，再点一次')
    })
  }
  useEffect(() => {
    if (openAtOnce && photos.length === 0) choose()
    // Once: whoever closes the camera again has the tile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <View className='photo-picker'>
      <View className='photo-picker__grid'>
        {photos.map((p, i) => <Thumb key={p.key} photo={p} number={i + 1} onAgain={() => again(p.key)} onRemove={() => remove(p.key)} all={photos} />)}
        {room > 0 && (
          <Tap className={`photo-picker__add${photos.length === 0 ? ' photo-picker__add--first' : ''}`} label={photos.length === 0 ? '拍照片' : `再加照片，还能加 ${room} 张`} onTap={choose}>
            <View className='photo-picker__camera' />
            <View className='photo-picker__add-words'>{photos.length === 0 ? '拍照片' : '再加一张'}</View>
          </Tap>
        )}
      </View>
      {hint !== undefined && <View className='photo-picker__hint'>{hint}</View>}
      <Trouble words={trouble} />
      {photos.filter(p => p.trouble !== null).map(p => <Trouble key={p.key} words={`第 ${photos.indexOf(p) + 1} 张：${p.trouble?.message ?? ''}`} />)}
    </View>
  )
}

function Thumb({ photo, number, onAgain, onRemove, all }: { photo: Photo; number: number; onAgain: () => void; onRemove: () => void; all: Photo[] }): ReactNode {
  const state = photo.trouble !== null ? 'failed' : photo.id === null ? 'sending' : 'there'
  const show = () => platform.showPhotos(all.flatMap(p => (p.path === '' ? [] : [p.path])), photo.path)
  return (
    <View className='photo-picker__thumb'>
      {photo.path !== ''
        ? <Tap className='photo-picker__see' role='img' label={`第 ${number} 张照片，${{ failed: '没传上去', sending: '正在传', there: '传好了' }[state]}`} onTap={show}><Image className='photo-picker__image' src={photo.path} mode='aspectFill' {...wordless()} /></Tap>
        : <View className='photo-picker__kept'>✓ 上次传好的</View>}
      {state === 'sending' && <View className='photo-picker__progress'><View className='photo-picker__bar' style={{ width: `${photo.percent}%` }} /></View>}
      {photo.trouble?.again === true && <Tap className='photo-picker__again' label={`第 ${number} 张没传上去，再传一次`} onTap={onAgain}>↻ 再传</Tap>}
      {photo.trouble?.again === false && <View className='photo-picker__refused'>用不了</View>}
      <Tap className='photo-picker__remove' label={`去掉第 ${number} 张`} onTap={onRemove}><View className='photo-picker__cross'>✕</View></Tap>
    </View>
  )
}
