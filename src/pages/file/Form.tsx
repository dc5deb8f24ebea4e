import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Wish } from '../../../domain/case/claim'
import { yuan } from '../../../domain/case/money'
import { REASONS, ruleFor } from '../../../domain/case/reasons'
import { BESIDE_GOODS } from '../../../domain/case/stage'
import type { Answers } from '../../../domain/contract/calls'
import { firstHolder } from '../../../domain/route/firstHolder'
import { drawId } from '../../cloud/drawId'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { Money } from '../../components/Money/Money'
import { Page } from '../../components/Page/Page'
import { PhotoPicker } from '../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../components/PhotoPicker/usePhotos'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Trouble } from '../../components/States/Trouble'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { TextArea } from '../../components/TextArea/TextArea'
import { useVideos } from '../../components/VideoPicker/useVideos'
import { VideoPicker } from '../../components/VideoPicker/VideoPicker'
import { useVoices } from '../../components/VoiceRecorder/useVoices'
import { VoiceRecorder } from '../../components/VoiceRecorder/VoiceRecorder'
import { keepDraft, lineOwner, openDraft, type Draft } from '../../outbox/filingDraft'
import { forgetUnfinished, noteUnfinished } from '../../outbox/unfinished'
import type { Waiting } from '../../outbox/waiting'
import { householdOf } from '../../words/householdOf'
import { AlreadyOpen } from './AlreadyOpen'
import { claimOf, factsOf, isMostComputed, missing, mostOf, wishOf } from './filing'
import { gramsInSpec } from './gramsInSpec'
import { Questions } from './Questions'
import { useFiling } from './useFiling'
import { WhatIsWrong } from './WhatIsWrong'
import { WhichWish } from './WhichWish'
import './Form.scss'

/** One page from the photo to 发给团长. `refused`: this was sent before, and not taken. `camera`: opens by itself, where there is no photo yet. */
export function Form({ shown, refused, camera }: { shown: Answers['showLine']; refused: Waiting | undefined; camera: boolean }): ReactNode {
  const { line, community } = shown
  const owner = lineOwner(line.orderId, line.lineId)
  const [draft, setDraft] = useState(() => startDraft(shown))
  const [tried, setTried] = useState(false)
  const photos = usePhotos(owner)
  const voices = useVoices(owner)
  const videos = useVideos(owner)
  const now = useRef(draft)
  const change = (what: Partial<Draft>) => {
    now.current = { ...now.current, ...what }
    setDraft(now.current)
    keepDraft(owner, now.current)
  }

  /** Something about the goods is open already: a danger, and what is not about the goods, can be said all the same. */
  const [besides, setBesides] = useState(false)
  const begun = (line.openCaseId === null || besides) && (photos.photos.length > 0 || voices.voices.length > 0 || videos.videos.length > 0 || draft.reason !== null || draft.words !== '')
  useEffect(() => {
    if (begun) noteUnfinished({ owner, orderId: line.orderId, lineId: line.lineId, title: line.title, at: Date.now() })
    else forgetUnfinished(owner)
  }, [begun, owner, line.orderId, line.lineId, line.title])

  const most = mostOf(draft, shown)
  const { send, state, trouble } = useFiling(photos, voices, videos, why => {
    // Nothing was filed under this id; a later filing must not be taken for a repetition of it.
    if (why.code === 'LINE_HAS_OPEN_CASE') change({ caseId: drawId() })
  })

  if (line.openCaseId !== null && state === 'still' && !besides) {
    const say = (reason: Draft['reason']) => { change({ reason }); setBesides(true) }
    return <AlreadyOpen caseId={line.openCaseId} community={community} onHazard={() => say('hazard')} onElse={() => say(null)} />
  }

  const wish = most === null ? null : wishOf(draft, most)
  const looks = draft.about !== null && draft.reason !== null && REASONS[draft.reason].class === 'service' ? shown.looks[draft.about] : null
  const first = looks ?? (draft.reason === null ? 'leader' : firstHolder(shown.firstElsewhere, draft.reason, wish && 'amount' in wish ? wish.amount : 0))
  /** Told once it was tapped too early, and then as long as it is so. */
  const gap = missing(draft, shown, photos.photos.length, voices.voices.length + videos.videos.length)
  const told = trouble ?? (tried ? gap : null)
  const tapSend = () => {
    const { caseId, reason } = draft
    setTried(true)
    const claim = claimOf(draft)
    if (gap === null && reason !== null && claim !== null && wish !== null) {
      // An id goes with one content only, and is kept before it is used.
      keepDraft(owner, now.current)
      return send({
        kind: 'filing', id: caseId, caseId, owner, title: `${line.title}，${REASONS[reason].says}`, refused: null,
        leader: { leaderName: community.leaderName, leaderPhone: community.leaderPhone },
        input: { caseId, orderId: line.orderId, lineId: line.lineId, reason, claim, wish, words: draft.words.trim(), ...factsOf(draft) },
      })
    }
    if (gap !== null) showPart(gap.field)
  }
  const at = (field: string) => (told?.field?.startsWith(field) ? told.message : undefined)
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={told?.message} />
          {first !== 'leader' && <View className='soft'>{FIRST_LOOKS[first]}</View>}
          <View className='form__bar'>
            <View className='form__sum'>
              <View className='soft small'>{wish === null || 'amount' in wish ? (isMostComputed(draft) ? '大约能退' : '想退') : wish.kind === 'none' ? '不用退' : '您想要'}</View>
              {wish && 'amount' in wish ? <Money fen={wish.amount} size='big' /> : <View className='form__dash'>{wish ? SHORT[wish.kind] : '—'}</View>}
            </View>
            <Button kind='primary' label={first === 'leader' ? '发给团长' : '发出去'} busy={state !== 'still'} busyLabel={photos.sending > 0 ? `还有 ${photos.sending} 张照片…` : voices.sending > 0 ? '正在传您说的话…' : videos.sending > 0 ? '正在传视频…' : '正在发…'} onTap={tapSend} />
          </View>
        </ActionBar>
      )}
    >
      {refused?.refused && <WaitingToSend one={refused} />}
      <View id='part-photos'>
        <Card>
          <PhotoPicker of={photos} openAtOnce={camera} hint={photoHint(draft.reason, shown.proven)} />
          <View id='part-voices' className='form__told'>
            <TextArea value={draft.words} onChange={words => change({ words })} label='想说的话' placeholder={draft.reason !== null && ruleFor(draft.reason).words ? '写一句是什么事，或者按住说' : '想说的话（可以不写）'} />
            <VoiceRecorder of={voices} />
            <View id='part-videos'><VideoPicker of={videos} /></View>
          </View>
        </Card>
      </View>
      <Card>
        <View className='form__goods'>
          <ProductTile title={line.title} size='small' />
          <View className='form__words'>
            <View className='form__title'>{line.title}</View>
            <View className='soft small number'>{line.spec !== '' && `${line.spec} · `}{line.quantity} 件 · {yuan(line.paid)}</View>
            <View className='soft small'>{householdOf(line)}</View>
          </View>
        </View>
      </Card>
      <View id='part-reason'>
        <Card title='哪里不对'>
          <WhatIsWrong reason={draft.reason} only={line.openCaseId === null ? undefined : BESIDE_GOODS} onChoose={reason => { change({ reason }); showPart('reason') }} />
        </Card>
      </View>
      {draft.reason !== null && (
        <Questions
          draft={draft} reason={draft.reason} quantity={line.quantity} looks={shown.looks} tried={tried} onChange={change}
          part={(field, title, asked) => <View key={field} id={`part-${field}`}><Card title={title}>{asked}</Card></View>}
        />
      )}
      <View id='part-wish'><WhichWish draft={draft} most={most} trouble={at('wish')} onChange={change} /></View>
      <CallLeader community={community} />
    </Page>
  )
}

/** Said before anything is sent, where it is not the leader. */
const FIRST_LOOKS = { operator: '这件事先由平台看', supplier: '这件事先问供货商，团长也看得到', helper: '这件事由团长的帮手看' } as const

/** A wish that is not about money, where there is room for few letters. */
const SHORT: Record<Exclude<Wish['kind'], 'refund' | 'returnRefund'>, string> = { none: '说一声', exchange: '换一个', redeliver: '补发', sendPart: '补配件', repair: '修好', apology: '要个说法' }

/** What makes a good picture; and that none is needed where the leader saw it already. */
function photoHint(reason: Draft['reason'], proven: Answers['showLine']['proven']): string {
  if (reason === null) return proven.length > 0 ? '团长到货时清点过，少了、坏了的不用再拍' : '坏的地方拍清楚，一张就行，最多九张'
  return proven.includes(reason) ? '团长到货时已经拍过，不用再拍' : REASONS[reason].picture
}

/** A line with its spec's weight already filled in, unless the draft says otherwise. */
function startDraft({ line }: Answers['showLine']): Draft {
  const draft = openDraft(lineOwner(line.orderId, line.lineId))
  const promised = draft.promised === '' ? String(gramsInSpec(line.spec) ?? '') : draft.promised
  return { ...draft, promised, bad: Math.min(Math.max(1, draft.bad), line.quantity) }
}

/** Brings a part to the top of the screen: what is missing, or what was just answered with the next question below it. */
function showPart(field: string | undefined): void {
  const part = field?.split('.')[0]
  if (!part) return
  // Once it is drawn: an answer may have made the page longer.
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#part-${part}`, duration: 150 }).catch((why: unknown) => console.warn('could not scroll there', why))
  })
}
