import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { LONGEST_VIDEO } from '../../../domain/case/video'
import { Button } from '../Button/Button'
import { spoken } from '../spoken'
import { Trouble } from '../States/Trouble'
import { Tap } from '../Tap/Tap'
import { VideoTile } from '../VideoTile/VideoTile'
import type { FilmedVideo, Videos } from './useVideos'
import './VideoPicker.scss'

/** One short film: taken, looked at, taken again or away. `of` comes from useVideos, so that the page knows what has arrived. */
export function VideoPicker({ of: { videos, trouble, film, again, remove } }: { of: Videos }): ReactNode {
  return (
    <View className='video-picker'>
      {videos.length === 0 && (
        <Tap className='video-picker__add' label={`拍一段视频，${LONGEST_VIDEO / 1000} 秒内`} onTap={film}>
          <View className='video-picker__sign' />
          <View>拍视频（{LONGEST_VIDEO / 1000} 秒）</View>
        </Tap>
      )}
      {videos.map(one => <Taken key={one.key} video={one} onAgain={() => again(one.key)} onRemove={() => remove(one.key)} onFilm={film} />)}
      <Trouble words={trouble} />
    </View>
  )
}

function Taken({ video, onAgain, onRemove, onFilm }: { video: FilmedVideo; onAgain: () => void; onRemove: () => void; onFilm: () => void }): ReactNode {
  const state = video.trouble !== null ? (video.trouble.again ? '没传上去' : '用不了') : video.id === null ? '正在传' : '传好了'
  return (
    <View className='video-picker__taken'>
      <View className='video-picker__row'>
        {video.path === '' ? <View className='video-picker__kept'>✓ 上次拍的</View> : <VideoTile shows='拍的视频' seconds={video.seconds} src={video.path} />}
        <View className='video-picker__state' {...spoken('status', `视频，${state}`)}>{state}</View>
      </View>
      {video.trouble === null && video.id === null && <View className='video-picker__progress'><View className='video-picker__bar' style={{ width: `${video.percent}%` }} /></View>}
      {video.trouble !== null && <Trouble words={video.trouble.message} />}
      <View className='video-picker__row'>
        {video.trouble?.again === true && <Button kind='quiet' narrow label='↻ 再传' spokenLabel='视频没传上去，再传一次' onTap={onAgain} />}
        <Button kind='quiet' narrow label='重拍' spokenLabel='重拍视频' onTap={onFilm} />
        <Button kind='quiet' narrow label='删掉' spokenLabel='删掉视频' onTap={onRemove} />
      </View>
    </View>
  )
}
