import { View } from '@tarojs/components'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import type { Bearer } from '../../../../../domain/orders/arrival'
import { Card } from '../../../../components/Card/Card'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { PhotoPicker } from '../../../../components/PhotoPicker/PhotoPicker'
import { usePhotos } from '../../../../components/PhotoPicker/usePhotos'
import { PhotoWall } from '../../../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../../../components/ProductTile/ProductTile'
import { Stepper } from '../../../../components/Stepper/Stepper'
import { Button } from '../../../../components/Button/Button'
import './CountProduct.scss'

export interface Count {
  arrived: number
  damaged: number
  photos: string[]
  /** Photos still on their way. */
  sending: number
  bearer: Bearer
}

/** A crate or two prove a batch. */
const MOST_PHOTOS = 3

export const BEARERS: Record<Bearer, string> = { supplier: '供货商', carrier: '送货的', leader: '我自己' }

interface CountProductProps {
  product: Answers['showArrival']['products'][number]
  links: Record<string, string>
  /** What is being counted now; null while nothing was changed. */
  count: Count | null
  onChange: (count: Count) => void
}

/** One product: what was ordered, what came, what of it is damaged, and who bears it. */
export function CountProduct({ product, links, count, onChange }: CountProductProps): ReactNode {
  const { title, spec, ordered, check } = product
  // What was counted before the page was left is gone on with.
  const [open, setOpen] = useState(count !== null)
  const shown: Count = count ?? { arrived: check?.arrived ?? ordered, damaged: check?.damaged ?? 0, photos: check?.photos ?? [], sending: 0, bearer: check?.bearer ?? 'supplier' }
  const wrong = shown.arrived < ordered || shown.damaged > 0
  return (
    <Card {...(check && !open ? { tone: wrong ? 'amber' as const : 'green' as const } : {})}>
      <View className='count__first'>
        <ProductTile title={title} size='small' />
        <View className='count__words'>
          <View className='count__title'>{title}</View>
          <View className='soft'>{spec === '' ? '' : `${spec} · `}订了 {ordered} 件{check ? ` · ${sumWords(shown, ordered)}` : ''}</View>
        </View>
        {!open && <Button narrow label={check ? '改' : '有少有坏'} spokenLabel={`${title}，${check ? '改清点的数' : '有少的或坏的'}`} onTap={() => setOpen(true)} />}
      </View>
      {!open && check && check.photos.length > 0 && <PhotoWall photos={check.photos} links={links} small />}
      {open && <Counting shown={shown} ordered={ordered} title={title} wrong={wrong} onChange={onChange} />}
    </Card>
  )
}

function Counting({ shown, ordered, title, wrong, onChange }: { shown: Count; ordered: number; title: string; wrong: boolean; onChange: (count: Count) => void }): ReactNode {
  const crate = usePhotos()
  // Photos arrive by themselves; what was there before they were taken stays unless new ones replace it.
  const latest = useRef({ shown, onChange })
  useEffect(() => { latest.current = { shown, onChange } })
  const ids = crate.ids.join(' ')
  useEffect(() => {
    const { shown: now, onChange: tell } = latest.current
    if (ids !== '' || crate.sending > 0) tell({ ...now, photos: ids === '' ? now.photos : ids.split(' '), sending: crate.sending })
  }, [ids, crate.sending])
  return (
    <View className='count__counting'>
      <View className='count__row'><View>到了几件</View><Stepper label={`${title}到了`} value={shown.arrived} least={0} most={Math.max(1, ordered) * 2} onChange={arrived => onChange({ ...shown, arrived, damaged: Math.min(shown.damaged, arrived) })} /></View>
      <View className='count__row'><View>其中坏了几件</View><Stepper label={`${title}坏了`} value={shown.damaged} least={0} most={shown.arrived} onChange={damaged => onChange({ ...shown, damaged })} /></View>
      {wrong && (
        <>
          {crate.ids.length === 0 && shown.photos.length > 0 && <View className='soft'>已经有 {shown.photos.length} 张整箱的照片，再拍就换成新的</View>}
          <PhotoPicker of={crate} most={MOST_PHOTOS} hint={shown.damaged > 0 ? '拍一张整箱的，坏的看得见就行' : '少了的不用拍；有送货单可以拍一张'} />
          <View>谁来承担</View>
          <ChoiceTiles columns={3} value={shown.bearer} choices={(Object.keys(BEARERS) as Bearer[]).map(value => ({ value, label: BEARERS[value] }))} onChoose={bearer => onChange({ ...shown, bearer })} />
        </>
      )}
    </View>
  )
}

function sumWords({ arrived, damaged, bearer }: Count, ordered: number): string {
  const parts = [arrived < ordered ? `少 ${ordered - arrived} 件` : arrived > ordered ? `多 ${arrived - ordered} 件` : '到齐', damaged > 0 ? `坏 ${damaged} 件` : '']
  return `${parts.filter(p => p !== '').join('，')}${arrived < ordered || damaged > 0 ? `，${BEARERS[bearer]}承担` : '，没坏'}`
}
