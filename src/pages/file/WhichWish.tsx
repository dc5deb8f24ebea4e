import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { isAboutMoney } from '../../../domain/case/reasons'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { ChoiceTiles, type Choice } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import type { Draft, WishChoice } from '../../outbox/filingDraft'
import { choicesFor, chosenWish, isMostComputed } from './filing'
import './WhichWish.scss'

interface WhichWishProps {
  draft: Draft
  /** Fen; null while it is not known yet. */
  most: number | null
  trouble: string | undefined
  onChange: (what: Partial<Draft>) => void
}

/** The usual wish is taken as given; another one is a tap away. Which ones there are depends on what is wrong. */
export function WhichWish({ draft, most, trouble, onChange }: WhichWishProps): ReactNode {
  const [asked, setAsked] = useState(false)
  const choices = choicesFor(draft.reason, most)
  const wish = chosenWish(draft, most)
  const nothingLeft = most === 0 && (draft.reason === null || isAboutMoney(draft.reason))
  if (choices.length < 2) return nothingLeft && <Card>{NOTHING_LEFT}</Card>
  if (!asked && wish === choices[0]) return <>{nothingLeft && <Card>{NOTHING_LEFT}</Card>}<Button kind='quiet' label='想要别的' spokenLabel='想要别的处理办法' onTap={() => setAsked(true)} /></>
  return (
    <Card title='想怎么处理'>
      <View className='which-wish'>
        {nothingLeft && <View>{NOTHING_LEFT}</View>}
        <ChoiceTiles columns={1} value={wish} onChoose={chosen => onChange({ wish: chosen })} choices={choices.map(c => tileOf(c, most, isMostComputed(draft)))} />
        {wish === 'part' && <Field label='退多少' unit='元' type='digit' most={9} value={draft.part} trouble={trouble} {...(most === null ? {} : { hint: `最多 ${yuan(most)}` })} onChange={part => onChange({ part })} />}
      </View>
    </Card>
  )
}

const NOTHING_LEFT = '这件东西已经没有可以退的钱了，可以先告诉团长。'

const LABELS: Record<Exclude<WishChoice, 'asComputed' | 'returnRefund'>, string> = {
  part: '只退一部分', exchange: '换一个好的', redeliver: '补发', sendPart: '补上缺的配件', repair: '修好', apology: '要个说法，商量着办', none: '不用退，说一声',
}

function tileOf(choice: WishChoice, most: number | null, computed: boolean): Choice<WishChoice> {
  switch (choice) {
    case 'asComputed': return { value: choice, label: most === null ? '按坏的退' : `退 ${yuan(most)}`, hint: computed ? '按坏的那部分算' : '最多能退这些' }
    case 'returnRefund': return { value: choice, label: most === null ? '退货退钱' : `退货，退 ${yuan(most)}`, hint: '东西还回去' }
    default: return { value: choice, label: LABELS[choice] }
  }
}
