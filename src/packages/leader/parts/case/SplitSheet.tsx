import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { BEARERS, BEARER_CODES, totalDue, type LiableParty, type Shares } from '../../../../../domain/case/liability'
import { yuan } from '../../../../../domain/case/money'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Button } from '../../../../components/Button/Button'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { Words } from '../../../../components/Words/Words'
import { fenIn } from '../../../../words/fenIn'
import type { StepSheetProps } from './ForwardSheet'
import './SplitSheet.scss'

const PHRASES = ['按大家说好的分。', '路上坏的，快递赔一部分。', '照片看过了，一人一半。']

type Typed = Record<LiableParty, string>

/** 谁承担: yuan for each, and how much is still nobody's, until it comes to exactly what the household gets. */
export function SplitSheet({ open, onClose, busy, said, onSend, view }: StepSheetProps<'splitLiability'> & { view: CaseView }): ReactNode {
  const total = totalDue(view)
  const [typed, setTyped] = useState<Typed>(() => typedOf(view.liability?.shares ?? {}))
  const [words, setWords] = useState('')
  // Nobody can be asked who is not known.
  const rows = BEARER_CODES.filter(who => who !== 'supplier' || view.hasSupplier)
  const amounts = rows.map(who => ({ who, fen: typed[who].trim() === '' ? 0 : fenIn(typed[who]) }))
  const unread = amounts.some(a => typeof a.fen === 'string')
  const left = total - amounts.reduce((sum, { fen }) => sum + (typeof fen === 'number' ? fen : 0), 0)
  const takeRest = (who: LiableParty) => { const own = fenOf(amounts, who); setTyped({ ...typed, [who]: yuan(Math.max(0, own + left)).slice(1) }) }
  const send = () => onSend({ type: 'splitLiability', shares: Object.fromEntries(BEARER_CODES.map(who => [who, fenOf(amounts, who)])) as Shares, words: words.trim() })
  const says = unread ? '有个金额不对' : left > 0 ? `还有 ${yuan(left)} 没人承担` : left < 0 ? `多分了 ${yuan(-left)}` : `就这样分，一共 ${yuan(total)}`
  return (
    <Sheet
      open={open} title={`${yuan(total)}，谁承担？`} onClose={onClose}
      bar={<><Trouble words={said} /><Button kind='primary' label={says} disabled={unread || left !== 0} busy={busy} busyLabel='正在记…' onTap={send} /></>}
    >
      <View className='step-sheet'>
        <View>跟邻居的钱没有关系，邻居看不到这里。{view.hasSupplier ? '供货商只看到他自己那份，会再请他认。' : '这件东西没填供货商，所以没有他那份。'}</View>
        {rows.map(who => {
          const fen = amounts.find(a => a.who === who)?.fen
          return (
            <View className='split__row' key={who}>
              <View className='split__field'><Field label={BEARERS[who]} value={typed[who]} type='digit' most={9} unit='元' trouble={typeof fen === 'string' ? fen : undefined} onChange={text => setTyped({ ...typed, [who]: text })} /></View>
              {left !== 0 && !unread && fenOf(amounts, who) + left >= 0 && <Button narrow kind='quiet' label={left > 0 ? '剩下的归他' : '多的从他减'} spokenLabel={`${left > 0 ? '剩下的归' : '多的从'}${BEARERS[who]}${left > 0 ? '' : '减'}`} onTap={() => takeRest(who)} />}
            </View>
          )
        })}
        <Words label='怎么定的（可以不写）' value={words} onChange={setWords} phrases={PHRASES} />
      </View>
    </Sheet>
  )
}

function typedOf(shares: Partial<Shares>): Typed {
  const of = (who: LiableParty) => (shares[who] ? yuan(shares[who]).slice(1) : '')
  return { supplier: of('supplier'), carrier: of('carrier'), leader: of('leader'), seller: of('seller'), goodwill: of('goodwill') }
}

function fenOf(amounts: readonly { who: LiableParty; fen: number | string }[], who: LiableParty): number {
  const fen = amounts.find(a => a.who === who)?.fen
  return typeof fen === 'number' ? fen : 0
}
