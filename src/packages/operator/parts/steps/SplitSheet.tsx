import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { BEARERS, BEARER_CODES, totalDue, type LiableParty, type Shares } from '../../../../../domain/case/liability'
import { yuan } from '../../../../../domain/case/money'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { fenIn } from '../../../../words/fenIn'
import type { StepSheet } from './stepSheet'
import './step.scss'

type Typed = Record<LiableParty, string>

/** 谁承担: yuan for each, until it comes to exactly what the household gets. What was disputed is settled by it. */
export function SplitSheet({ view, onSend, ...sheet }: StepSheet): ReactNode {
  const total = totalDue(view)
  const [typed, setTyped] = useState<Typed>(() => Object.fromEntries(BEARER_CODES.map(who => [who, view.liability?.shares[who] ? yuan(view.liability.shares[who]).slice(1) : ''])) as Typed)
  // Nobody can be asked who is not known.
  const rows = BEARER_CODES.filter(who => who !== 'supplier' || view.hasSupplier)
  const read = Object.fromEntries(rows.map(who => [who, typed[who].trim() === '' ? 0 : fenIn(typed[who])])) as Partial<Record<LiableParty, number | string>>
  const fenOf = (who: LiableParty) => { const fen = read[who]; return typeof fen === 'number' ? fen : 0 }
  const left = total - rows.reduce((sum, who) => sum + fenOf(who), 0)
  const unread = rows.some(who => typeof read[who] === 'string')
  return (
    <SaySheet
      {...sheet} title={`${yuan(total)}，谁承担？`} owner={`${view.id}:split`} label='怎么定的（可以不写）' placeholder='比如：看过双方的照片，一人一半' send={`就这样分，一共 ${yuan(total)}`}
      missing={() => (unread ? '有个金额不对' : left > 0 ? `还有 ${yuan(left)} 没人承担` : left < 0 ? `多分了 ${yuan(-left)}` : null)}
      onSend={({ words }) => onSend({ type: 'splitLiability', shares: Object.fromEntries(BEARER_CODES.map(who => [who, rows.includes(who) ? fenOf(who) : 0])) as Shares, words })}
    >
      <View>跟居民的钱没有关系，居民看不到这里。{view.recovery?.state === 'disputed' ? '双方都说过了，您这样分就定了，不再变。' : view.hasSupplier ? '供货商只看到他自己那份，会请他认。' : '这件东西没填供货商，所以没有他那份。'}</View>
      {rows.map(who => {
        const fen = read[who]
        return (
          <View className='desk-step__row' key={who}>
            <View className='desk-step__fill'><Field label={BEARERS[who]} value={typed[who]} type='digit' most={9} unit='元' trouble={typeof fen === 'string' ? fen : undefined} onChange={text => setTyped({ ...typed, [who]: text })} /></View>
            {left !== 0 && !unread && fenOf(who) + left >= 0 && <Button narrow kind='quiet' label={left > 0 ? '剩下的归他' : '多的从他减'} spokenLabel={left > 0 ? `剩下的归${BEARERS[who]}` : `多的从${BEARERS[who]}减`} onTap={() => setTyped({ ...typed, [who]: yuan(fenOf(who) + left).slice(1) })} />}
          </View>
        )
      })}
    </SaySheet>
  )
}
