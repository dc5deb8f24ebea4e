import { View } from '@tarojs/components'
import { useState, type PropsWithChildren, type ReactNode } from 'react'
import { useLateWords, useSheetDraft, useSheetOwner } from '../../outbox/sheetDraft'
import { Button } from '../Button/Button'
import { PhotoPicker } from '../PhotoPicker/PhotoPicker'
import { usePhotos } from '../PhotoPicker/usePhotos'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { TextArea } from '../TextArea/TextArea'
import { Words } from '../Words/Words'
import './SaySheet.scss'

/** What was written and photographed; photos by their ids. */
export interface Said {
  words: string
  photos: string[]
}

export interface SaySheetProps {
  title: string
  /** Of the words. */
  label: string
  placeholder: string
  /** Sentences to tap instead of typing. */
  phrases?: readonly string[]
  /** Shows the camera, with this line below it; '' for none. Without it nothing is photographed. */
  camera?: string
  /** On the button, once there is all that is needed. */
  send: string
  kind?: 'primary' | 'danger'
  /** What is still missing, as the button says it then; null when nothing is. */
  missing?: (said: Said) => string | null
  busy: boolean
  /** Why it did not go. */
  said: string | null
  onClose: () => void
  /** @returns whether it was taken, or waits to be sent */
  onSend: (said: Said) => Promise<boolean>
}

/**
 * A step that takes words, and perhaps photos and what stands above them as children. Above a case nothing typed or photographed is lost while it did not
 * arrive: not by a closed sheet, a refusal, or a killed app (`SheetOwner`).
 */
export function SaySheet({ title, label, placeholder, phrases = [], camera, send, kind = 'primary', missing, busy, said, onClose, onSend, children }: PropsWithChildren<SaySheetProps>): ReactNode {
  const photos = usePhotos(useSheetOwner())
  const [words, setWords] = useSheetDraft('words', '')
  const late = useLateWords()
  const [trying, setTrying] = useState(false)
  const all: Said = { words: words.trim(), photos: photos.ids }
  const lacks = missing?.(all) ?? null
  const dead = photos.failed > 0 ? '有照片没传上去' : photos.sending > 0 ? '等照片传完…' : lacks
  const go = async () => {
    setTrying(true)
    const taken = await onSend(all)
    setTrying(false)
    if (taken) onClose()
  }
  return (
    <Sheet
      open title={title} onClose={onClose}
      bar={(
        <>
          <Trouble words={photos.failed > 0 ? '有的没传上去，点「再传」，或者去掉它' : said} />
          <Button kind={kind} label={dead ?? send} disabled={dead !== null} busy={busy || trying} busyLabel='正在发…' onTap={() => void go()} />
        </>
      )}
    >
      <View className='say-sheet'>
        {children}
        {camera !== undefined && <PhotoPicker of={photos} {...(camera === '' ? {} : { hint: camera })} />}
        {phrases.length + late.length > 0 ? <Words value={words} onChange={setWords} label={label} placeholder={placeholder} phrases={phrases} /> : <TextArea value={words} onChange={setWords} label={label} placeholder={placeholder} />}
      </View>
    </Sheet>
  )
}
