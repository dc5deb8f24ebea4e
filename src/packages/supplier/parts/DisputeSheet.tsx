import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { DISPUTES, DISPUTE_CODES, type DisputeReason } from '../../../../domain/case/reasons'
import type { RecoveryBasis } from '../../../../domain/case/recoverable'
import { SUPPLIER_REPLIES } from '../../../../domain/replies/supplierReplies'
import { Button } from '../../../components/Button/Button'
import { PhotoPicker } from '../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../components/PhotoPicker/usePhotos'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Trouble } from '../../../components/States/Trouble'
import { PickOne } from '../../../components/PickOne/PickOne'
import { Words } from '../../../components/Words/Words'
import { useSheetDraft, useSheetOwner } from '../../../outbox/sheetDraft'
import './DisputeSheet.scss'

const MOST_PHOTOS = 6

interface DisputeSheetProps {
  open: boolean
  /** By which price each of what is answered is claimed. */
  bases: readonly RecoveryBasis[]
  onClose: () => void
  busy: boolean
  said: string | null
  onSend: (dispute: { reason: DisputeReason; words: string; photos: string[] }) => void
}

/** 有不同意见: why, in words, with photos where there are some. */
export function DisputeSheet({ open, bases, onClose, busy, said, onSend }: DisputeSheetProps): ReactNode {
  const [reason, setReason] = useSheetDraft<DisputeReason | null>('reason', null)
  const [words, setWords] = useSheetDraft('words', '')
  const photos = usePhotos(useSheetOwner())
  // Where all of it is claimed by the cost already, nobody can ask for that.
  const reasons = DISPUTE_CODES.filter(code => code !== 'costNotRetail' || bases.some(b => b !== 'cost'))
  const waiting = photos.sending > 0
  const missing = reason === null ? '先选一个原因' : reason === 'other' && words.trim() === '' ? '写一下是什么原因' : null
  const send = () => {
    if (reason !== null) onSend({ reason, words: words.trim(), photos: photos.ids })
  }
  return (
    <Sheet
      open={open} title='有不同意见' onClose={onClose}
      bar={(
        <>
          <Trouble words={photos.failed > 0 ? '有照片没传上去，点照片上的「再传」，或者去掉它' : said} />
          <Button kind='primary' label={waiting ? '等照片传完…' : missing ?? '发给团长'} disabled={missing !== null || waiting || photos.failed > 0} busy={busy} busyLabel='正在发…' onTap={send} />
        </>
      )}
    >
      <View className='dispute-sheet'>
        <PickOne what='原因' value={reason} choices={reasons.map(value => ({ value, label: DISPUTES[value] }))} onChoose={setReason} />
        {reason !== null && <Words label={reason === 'other' ? '是什么原因' : '说一句（可以不写）'} value={words} onChange={setWords} phrases={SUPPLIER_REPLIES.dispute[reason]} />}
        <View>
          <View className='dispute-sheet__question'>照片（可以不传）</View>
          <PhotoPicker of={photos} most={MOST_PHOTOS} hint='比如送货单、装车时的照片、冷链温度' />
        </View>
      </View>
    </Sheet>
  )
}
