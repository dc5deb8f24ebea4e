import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { IntakeChannel } from '../../../../../domain/case/onBehalf'
import { Button } from '../../../../components/Button/Button'
import { PhotoPicker } from '../../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../../components/PhotoPicker/usePhotos'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { TextArea } from '../../../../components/TextArea/TextArea'
import { PickChannel } from '../behalf/PickChannel'
import type { StepSheetProps } from './ForwardSheet'
import './StepSheet.scss'

/** The neighbour sent it in the chat: the leader puts it in, with the way it came. */
export function AddForNeighbour({ open, onClose, busy, said, onSend }: StepSheetProps<'addEvidence'>): ReactNode {
  const [channel, setChannel] = useState<IntakeChannel | null>(null)
  const [words, setWords] = useState('')
  const photos = usePhotos()
  const nothing = photos.ids.length === 0 && words.trim() === ''
  const send = () => { if (channel !== null) onSend({ type: 'addEvidence', photos: photos.ids, voices: [], words: words.trim(), channel }) }
  return (
    <Sheet
      open={open} title='替邻居补上' onClose={onClose}
      bar={(
        <>
          <Trouble words={photos.failed > 0 ? '有照片没传上去，点照片上的「再传」，或者去掉它' : said} />
          <Button kind='primary' label={nothing ? '放一张照片，或者写上他的话' : channel === null ? '选一下他是怎么发来的' : '补上'} disabled={nothing || channel === null || photos.sending > 0 || photos.failed > 0} busy={busy} busyLabel='正在记…' onTap={send} />
        </>
      )}
    >
      <View className='step-sheet'>
        <PhotoPicker of={photos} hint='邻居发来的照片' />
        <View><View className='step-sheet__question'>他的原话（有照片可以不写）</View><TextArea label='邻居的原话' value={words} placeholder='比如：底下还有三颗是烂的' onChange={setWords} /></View>
        <View><View className='step-sheet__question'>他是怎么发来的</View><PickChannel value={channel} onChoose={setChannel} /></View>
      </View>
    </Sheet>
  )
}
