import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { MISSING } from '../../../domain/case/evidence'
import type { CaseView } from '../../../domain/people/caseView'
import { Button } from '../../components/Button/Button'
import { PhotoPicker } from '../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../components/PhotoPicker/usePhotos'
import { Sheet } from '../../components/Sheet/Sheet'
import { Trouble } from '../../components/States/Trouble'
import { TextArea } from '../../components/TextArea/TextArea'
import { useVideos } from '../../components/VideoPicker/useVideos'
import { VideoPicker } from '../../components/VideoPicker/VideoPicker'
import { useVoices } from '../../components/VoiceRecorder/useVoices'
import { VoiceRecorder } from '../../components/VoiceRecorder/VoiceRecorder'
import { useSheetDraft, useSheetOwner } from '../../outbox/sheetDraft'

export interface AddEvidenceProps {
  view: CaseView
  busy: boolean
  said: string | null
  onClose: () => void
  /** @returns whether it was taken, or waits to be sent */
  onSend: (added: { photos: string[]; voices: string[]; videos: string[]; words: string }) => Promise<boolean>
}

/** 补张照片: what is missing stands above the camera; what was photographed or said stays on the phone until it was sent. */
export function AddEvidence({ view, busy, said, onClose, onSend }: AddEvidenceProps): ReactNode {
  const owner = useSheetOwner()
  const photos = usePhotos(owner)
  const voices = useVoices(owner)
  const videos = useVideos(owner)
  const [words, setWords] = useSheetDraft('words', '')
  const [trying, setTrying] = useState(false)
  const failed = photos.failed + voices.failed + videos.failed
  const waiting = photos.sending + voices.sending + videos.sending > 0
  // What is asked for stands above; only a closer look is asked for in more words.
  const missing = view.evidenceAsked?.missing ?? []
  const closer = missing.length === 0 || missing.includes('clearer')
  const nothing = photos.photos.length === 0 && voices.voices.length === 0 && videos.videos.length === 0 && words.trim() === ''
  const send = async () => {
    setTrying(true)
    const taken = await onSend({ photos: photos.ids, voices: voices.ids, videos: videos.ids, words: words.trim() })
    setTrying(false)
    if (taken) onClose()
  }
  return (
    <Sheet
      open title='补张照片' onClose={onClose}
      bar={(
        <>
          <Trouble words={failed > 0 ? '有的没传上去，点「再传」，或者去掉它' : said} />
          <Button kind='primary' label={waiting ? '等它传完…' : nothing ? '拍一张，或者说一句' : '补上，发出去'} disabled={nothing || waiting || failed > 0} busy={busy || trying} busyLabel='正在发…' onTap={() => void send()} />
        </>
      )}
    >
      {view.evidenceAsked && (
        <View className='case__asked'>
          {view.evidenceAsked.missing.map(m => <View key={m}>· {MISSING[m]}</View>)}
          {view.evidenceAsked.words !== '' && <View>“{view.evidenceAsked.words}”</View>}
        </View>
      )}
      <PhotoPicker of={photos} {...(closer ? { hint: '对着坏的地方拍近一点' } : {})} />
      <VoiceRecorder of={voices} />
      <VideoPicker of={videos} />
      <TextArea value={words} onChange={setWords} label='想补充的话' placeholder='想说的话（可以不写）' />
    </Sheet>
  )
}
