import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../domain/people/caseView'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { OptionCards } from '../../components/OptionCards/OptionCards'

interface OffersProps {
  view: CaseView
  chosen: number | null
  acting: boolean
  onChoose: (option: number) => void
  onCounter: () => void
  onDecline: () => void
}

/** What was offered, all of it, and what else can be said to it than yes. */
export function Offers({ view, chosen, acting, onChoose, onCounter, onDecline }: OffersProps): ReactNode {
  if (!view.offer || (view.stage !== 'offered' && !view.mayDo.includes('agree'))) return null
  const may = view.mayDo.includes('agree')
  return (
    <Card title={view.offer.options.length > 1 ? '给您的办法，选一个就行' : '给您的办法'}>
      <View className='case__stack'>
        <OptionCards options={view.offer.options} left={view.line?.left ?? null} chosen={chosen} here={view.goods?.state === 'failed'} {...(may ? { onChoose } : {})} />
        {view.stage === 'offered' && <View className='soft'>{silenceWords(view)}</View>}
        {view.mayDo.includes('counter') && <Button label='还个价' disabled={acting} onTap={onCounter} />}
        {view.mayDo.includes('decline') && <Button label='不同意' disabled={acting} onTap={onDecline} />}
      </View>
    </Card>
  )
}

/** What saying nothing means: only what was asked for, in full, needs no yes. */
export function silenceWords({ silence, offer }: Pick<CaseView, 'silence' | 'offer'>): string {
  if (silence === 'takesEffect') return '这里有一个正好是您要的：到时间没点，就按它办。'
  const timed = offer?.options.some(o => o.until !== undefined) ?? false
  if (offer?.options.every(o => o.until !== undefined)) return '不点不算同意，也不算放弃。办法过了写的时间就点不了了，七天里随时可以接着说。'
  return `不点不算同意。到时间没点，${timed ? '没写时间的' : ''}办法还留着，随时可以点。`
}
