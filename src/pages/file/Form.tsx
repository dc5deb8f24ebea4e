import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { REASONS } from '../../../domain/case/reasons'
import type { Answers } from '../../../domain/contract/calls'
import type { Refusal } from '../../../domain/contract/refusal'
import { drawId } from '../../cloud/drawId'
import { refresh } from '../../cloud/useAnswer'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { Money } from '../../components/Money/Money'
import { Page } from '../../components/Page/Page'
import { PhotoPicker } from '../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../components/PhotoPicker/usePhotos'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Trouble } from '../../components/States/Trouble'
import { TextArea } from '../../components/TextArea/TextArea'
import { AlreadyOpen } from './AlreadyOpen'
import { forgetDraft, keepDraft, openDraft, type Draft } from './draft'
import { claimOf, missing, mostOf, wishOf } from './filing'
import { gramsInSpec } from './gramsInSpec'
import { HowMuch } from './HowMuch'
import { Sent } from './Sent'
import { useFiling } from './useFiling'
import { WhatIsWrong } from './WhatIsWrong'
import { WhichWish } from './WhichWish'
import './Form.scss'

/** Typing is not written to the phone letter by letter. */
const KEEP_AFTER = 300

/** One page from the photo to 发给团长. */
export function Form({ shown }: { shown: Answers['showLine'] }): ReactNode {
  const { line } = shown
  const [draft, setDraft] = useState(() => startDraft(shown))
  const [tried, setTried] = useState(false)
  const photos = usePhotos(draft.photoIds)
  const change = (what: Partial<Draft>) => setDraft(d => ({ ...d, ...what }))

  const most = mostOf(draft, shown)
  const { send, state, trouble, sent } = useFiling(photos, () => {
    // Refused, so nothing was filed under this id; a later filing must not be taken for a repetition of it.
    change({ caseId: drawId() })
    refresh('showLine')
  })

  const photoIds = photos.ids.join(' ')
  useEffect(() => {
    if (sent) return forgetDraft(line.orderId, line.lineId)
    const timer = setTimeout(() => keepDraft(line.orderId, line.lineId, { ...draft, photoIds: photoIds === '' ? [] : photoIds.split(' ') }), KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [draft, photoIds, line.orderId, line.lineId, sent])

  if (sent) return <Sent view={sent} />
  if (line.openCaseId !== null && state === 'still') return <AlreadyOpen caseId={line.openCaseId} />

  const wish = most === null ? null : wishOf(draft, most)
  /** Told once it was tapped too early, and then as long as it is so. */
  const gap = missing(draft, shown, photos.photos.length)
  const told = trouble ?? (tried ? gap : null)
  const tapSend = () => {
    const { caseId, reason } = draft
    setTried(true)
    const claim = claimOf(draft)
    if (gap === null && reason !== null && claim !== null && wish !== null) return send({ caseId, orderId: line.orderId, lineId: line.lineId, reason, claim, wish, words: draft.words.trim() })
    if (gap !== null) showPart(gap)
  }
  const at = (field: string) => (told?.field?.startsWith(field) ? told.message : undefined)
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={told?.message} />
          <View className='form__bar'>
            <View className='form__sum'>
              <View className='soft small'>{wish?.kind === 'none' ? '不用退' : '大约能退'}</View>
              {wish?.kind === 'refund' ? <Money fen={wish.amount} size='big' /> : <View className='form__dash'>{wish?.kind === 'none' ? '说一声' : '—'}</View>}
            </View>
            <Button kind='primary' label='发给团长' busy={state !== 'still'} busyLabel={state === 'photos' && photos.sending > 0 ? `还有 ${photos.sending} 张照片…` : '正在发…'} onTap={tapSend} />
          </View>
        </ActionBar>
      )}
    >
      <View id='part-photos'>
        <Card>
          <PhotoPicker of={photos} hint={draft.reason === null ? '坏的地方拍清楚，一张就行，最多九张' : REASONS[draft.reason].picture} />
        </Card>
      </View>
      <Card>
        <View className='form__goods'>
          <ProductTile title={line.title} size='small' />
          <View className='form__words'>
            <View className='form__title'>{line.title}</View>
            <View className='soft small number'>{line.spec !== '' && `${line.spec} · `}{line.quantity} 件 · {yuan(line.paid)}</View>
          </View>
        </View>
      </Card>
      <View id='part-reason'>
        <Card title='哪里不对'>
          <WhatIsWrong reason={draft.reason} onChoose={reason => change({ reason })} />
        </Card>
      </View>
      {draft.reason !== null && (
        <View id='part-claim'>
          <Card title={REASONS[draft.reason].measure === 'pieces' ? '坏了多少' : REASONS[draft.reason].measure === 'weight' ? '差多少' : '几件'}>
            <HowMuch draft={draft} reason={draft.reason} quantity={line.quantity} onChange={change} />
          </Card>
        </View>
      )}
      <Card>
        <TextArea value={draft.words} onChange={words => change({ words })} label='想说的话' placeholder='想说的话（可以不写）' />
      </Card>
      <View id='part-wish'><WhichWish draft={draft} most={most} trouble={at('wish')} onChange={change} /></View>
    </Page>
  )
}

/** A line with its spec's weight already filled in, unless the draft says otherwise. */
function startDraft({ line }: Answers['showLine']): Draft {
  const draft = openDraft(line.orderId, line.lineId)
  const promised = draft.promised === '' ? String(gramsInSpec(line.spec) ?? '') : draft.promised
  return { ...draft, promised, bad: Math.min(Math.max(1, draft.bad), line.quantity) }
}

function showPart({ field }: Refusal): void {
  const part = field?.split('.')[0]
  if (!part) return
  Taro.pageScrollTo({ selector: `#part-${part}`, duration: 150 }).catch((why: unknown) => console.warn('could not scroll there', why))
}
