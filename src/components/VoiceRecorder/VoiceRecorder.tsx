import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { LONGEST_VOICE, MOST_VOICES } from '../../../domain/case/voice'
import { Button } from '../Button/Button'
import { spoken } from '../spoken'
import { Trouble } from '../States/Trouble'
import { Tap } from '../Tap/Tap'
import { VoiceBubble } from '../VoiceBubble/VoiceBubble'
import { useHold } from './useHold'
import type { SpokenVoice, Voices } from './useVoices'
import './VoiceRecorder.scss'

/** From then on it is said how much is left; seconds. */
const SOON_OVER = 10

/** Speaking instead of typing: hold to speak, or tap to begin and to end; what was said can be heard, sent again and taken away. */
export function VoiceRecorder({ of }: { of: Voices }): ReactNode {
  const { voices, can, recording, outcome } = of
  return (
    <View className='voice-recorder'>
      {voices.map((voice, i) => <Said key={voice.key} voice={voice} number={i + 1} onAgain={() => of.again(voice.key)} onRemove={() => of.remove(voice.key)} />)}
      {can && voices.length < MOST_VOICES && <Speak of={of} first={voices.length === 0} />}
      {recording === null && outcome !== null && (outcome.trouble ? <Trouble words={outcome.words} /> : <View className='voice-recorder__note' {...spoken('status', outcome.words)}>{outcome.words}</View>)}
      {recording === null && outcome?.settings === true && <Button label='去打开麦克风' onTap={of.openSettings} />}
    </View>
  )
}

function Speak({ of: { recording, start, stop }, first }: { of: Voices; first: boolean }): ReactNode {
  const hold = useHold({ going: recording !== null, start, stop })
  const left = typeof recording === 'number' ? LONGEST_VOICE / 1000 - recording : null
  return (
    <>
      <View className={`voice-recorder__speak${recording === null ? '' : ' voice-recorder__speak--going'}`} hoverClass='pressed' {...spoken('button', recording === null ? '按住说话，或者点一下开始、再点一下说完' : '说完了')} {...hold}>
        <View className={recording === null ? 'voice-recorder__mouth' : 'voice-recorder__light'} />
        <View>{recording === null ? (first ? '按住说话' : '再说一段') : recording === 'starting' ? '正在打开麦克风…' : `正在听您说 ${recording} 秒`}</View>
      </View>
      {recording === null && first && <View className='voice-recorder__hint'>不想打字就说。按住说、松开就好；也可以点一下开始，再点一下说完。</View>}
      {typeof recording === 'number' && (
        <View className='voice-recorder__hint'>{left !== null && left <= SOON_OVER ? `还能说 ${Math.max(0, left)} 秒` : '松开手，或者再点一下，就说完了'}</View>
      )}
    </>
  )
}

function Said({ voice, number, onAgain, onRemove }: { voice: SpokenVoice; number: number; onAgain: () => void; onRemove: () => void }): ReactNode {
  const name = `第 ${number} 段话`
  const state = voice.trouble !== null ? (voice.trouble.again ? '没传上去' : '用不了') : voice.id === null ? '正在传' : '传好了'
  return (
    <View>
      <View className='voice-recorder__said'>
        <View className='voice-recorder__bubble'>
          {voice.path === '' ? <View className='voice-recorder__kept'>✓ 上次说的，{voice.seconds} 秒</View> : <VoiceBubble says={name} seconds={voice.seconds} src={voice.path} />}
        </View>
        <View className='voice-recorder__state' {...spoken('status', `${name}，${state}`)}>{state}</View>
        <Tap className='voice-recorder__remove' label={`去掉${name}`} onTap={onRemove}><View className='voice-recorder__cross'>✕</View></Tap>
      </View>
      {voice.trouble === null && voice.id === null && <View className='voice-recorder__progress'><View className='voice-recorder__bar' style={{ width: `${voice.percent}%` }} /></View>}
      {voice.trouble !== null && <Trouble words={`${name}：${voice.trouble.message}`} />}
      {voice.trouble?.again === true && <Button kind='quiet' narrow label='↻ 再传' spokenLabel={`${name}没传上去，再传一次`} onTap={onAgain} />}
    </View>
  )
}
