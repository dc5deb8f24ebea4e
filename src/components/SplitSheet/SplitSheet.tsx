import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BEARERS, BEARER_CODES, totalDue, type LiableParty, type Shares } from '../../../domain/case/liability'
import { yuan } from '../../../domain/case/money'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { fenIn } from '../../words/fenIn'
import { partyWords } from '../../words/stageWords'
import { Button } from '../Button/Button'
import { Field } from '../Field/Field'
import { SaySheet } from '../SaySheet/SaySheet'
import type { StepSheet } from '../stepSheet'
import './SplitSheet.scss'

const PHRASES = ['按大家说好的分。', '路上坏的，快递赔一部分。', '照片看过了，一人一半。']

type Typed = Record<LiableParty, string>

/** 谁承担: yuan for each, and how much is still nobody's, until it comes to exactly what the household gets. */
export function SplitSheet({ as, view, onSend, ...sheet }: StepSheet<'splitLiability'>): ReactNode {
  const total = totalDue(view)
  const [typed, setTyped] = useSheetDraft<Typed>('shares', () => typedOf(view.liability?.shares ?? {}))
  // Nobody can be asked who is not known.
  const rows = BEARER_CODES.filter(who => who !== 'supplier' || view.hasSupplier)
  const amounts = rows.map(who => ({ who, fen: typed[who].trim() === '' ? 0 : fenIn(typed[who]) }))
  const unread = amounts.some(a => typeof a.fen === 'string')
  const left = total - rows.reduce((sum, who) => sum + fenOf(amounts, who), 0)
  const takeRest = (who: LiableParty) => setTyped({ ...typed, [who]: yuan(fenOf(amounts, who) + left).slice(1) })
  return (
    <SaySheet
      {...sheet} title={`${yuan(total)}，谁承担？`} label='怎么定的（可以不写）' placeholder='比如：看过双方的照片，一人一半' phrases={PHRASES} send={`就这样分，一共 ${yuan(total)}`}
      missing={() => (unread ? '有个金额不对' : left > 0 ? `还有 ${yuan(left)} 没人承担` : left < 0 ? `多分了 ${yuan(-left)}` : null)}
      onSend={({ words }) => onSend({ type: 'splitLiability', shares: Object.fromEntries(BEARER_CODES.map(who => [who, fenOf(amounts, who)])) as Shares, words })}
    >
      <View>跟{partyWords('resident', as)}的钱没有关系，{partyWords('resident', as)}看不到这里。{then(as, view)}</View>
      {amounts.map(({ who, fen }) => (
        <View className='split__row' key={who}>
          <View className='split__field'><Field label={BEARERS[who]} value={typed[who]} type='digit' most={9} unit='元' trouble={typeof fen === 'string' ? fen : undefined} onChange={text => setTyped({ ...typed, [who]: text })} /></View>
          {left !== 0 && !unread && fenOf(amounts, who) + left >= 0 && <Button narrow kind='quiet' label={left > 0 ? '剩下的归他' : '多的从他减'} spokenLabel={left > 0 ? `剩下的归${BEARERS[who]}` : `多的从${BEARERS[who]}减`} onTap={() => takeRest(who)} />}
        </View>
      ))}
    </SaySheet>
  )
}

/** What comes of it for whoever is asked; where both were heard, the desk's word is the last. */
function then(as: 'leader' | 'operator', view: StepSheet<'splitLiability'>['view']): string {
  if (as === 'operator' && view.recovery?.state === 'disputed') return '双方都说过了，您这样分就定了，不再变。'
  return view.hasSupplier ? '供货商只看到他自己那份，会再请他认。' : '这件东西没填供货商，所以没有他那份。'
}

function typedOf(shares: Partial<Shares>): Typed {
  const of = (who: LiableParty) => (shares[who] ? yuan(shares[who]).slice(1) : '')
  return { supplier: of('supplier'), carrier: of('carrier'), leader: of('leader'), seller: of('seller'), goodwill: of('goodwill') }
}

function fenOf(amounts: readonly { who: LiableParty; fen: number | string }[], who: LiableParty): number {
  const fen = amounts.find(a => a.who === who)?.fen
  return typeof fen === 'number' ? fen : 0
}
