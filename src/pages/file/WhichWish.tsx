import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import type { Draft } from '../../outbox/filingDraft'
import './WhichWish.scss'

interface WhichWishProps {
  draft: Draft
  /** Fen; null while it is not known yet. */
  most: number | null
  trouble: string | undefined
  onChange: (what: Partial<Draft>) => void
}

/** The usual wish is taken as given; another one is a tap away. */
export function WhichWish({ draft, most, trouble, onChange }: WhichWishProps): ReactNode {
  const [asked, setAsked] = useState(false)
  if (most === 0) return <Card>这件东西已经没有可以退的钱了，可以先告诉团长。</Card>
  if (!asked && draft.wish === 'asComputed') return <Button kind='quiet' label='想要别的' spokenLabel='想要别的处理办法' onTap={() => setAsked(true)} />
  return (
    <Card title='想怎么处理'>
      <View className='which-wish'>
        <ChoiceTiles
          columns={1} value={draft.wish} onChoose={wish => onChange({ wish })}
          choices={[
            { value: 'asComputed', label: most === null ? '按坏的退' : `退 ${yuan(most)}`, hint: '按坏的那部分算' },
            { value: 'part', label: '只退一部分' },
            { value: 'none', label: '不用退，说一声' },
          ]}
        />
        {draft.wish === 'part' && <Field label='退多少' unit='元' type='digit' most={9} value={draft.part} trouble={trouble} {...(most === null ? {} : { hint: `最多 ${yuan(most)}` })} onChange={part => onChange({ part })} />}
      </View>
    </Card>
  )
}
