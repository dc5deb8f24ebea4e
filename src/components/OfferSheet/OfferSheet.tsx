import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import type { CaseCommand } from '../../../domain/case/commands'
import { Button } from '../Button/Button'
import { Field } from '../Field/Field'
import { Money } from '../Money/Money'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { Tap } from '../Tap/Tap'
import { fenIn } from '../../words/fenIn'
import { offerPicks } from './offerPicks'
import { Words } from '../Words/Words'
import './OfferSheet.scss'

/** The contract's limit of options to choose from. */
const MOST_OPTIONS = 3

interface OfferSheetProps {
  open: boolean
  onClose: () => void
  /** Fen asked for. */
  asked: number
  /** Fen that can be given at most; null where that is not this party's business: then the cloud says when it is too much. */
  most: number | null
  phrases: readonly string[]
  busy: boolean
  said: string | null
  onSend: (offer: Extract<CaseCommand, { type: 'offer' }>) => void
}

/** 换个办法: one or several amounts to choose from, and a word about it. */
export function OfferSheet({ open, onClose, asked, most, phrases, busy, said, onSend }: OfferSheetProps): ReactNode {
  const [amounts, setAmounts] = useState<readonly number[]>([])
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const own = typed.trim() === '' ? null : fenIn(typed)
  const ownTrouble = typeof own === 'string' ? own : own === null ? undefined : wrongWith(own, most)
  const all = typeof own === 'number' && ownTrouble === undefined && !amounts.includes(own) ? [...amounts, own] : amounts
  const full = all.length >= MOST_OPTIONS

  const toggle = (fen: number) => setAmounts(chosen => (chosen.includes(fen) ? chosen.filter(a => a !== fen) : [...chosen, fen]))
  const send = () => onSend({ type: 'offer', options: all.map(refund => ({ remedy: 'refund', refund })), words: words.trim() })
  return (
    <Sheet
      open={open} title='换个办法' onClose={onClose}
      bar={(
        <>
          <Trouble words={all.length > MOST_OPTIONS ? `最多给 ${MOST_OPTIONS} 个办法，请去掉一个` : said} />
          <Button
            kind='primary' busy={busy} busyLabel='正在发…' disabled={all.length === 0 || all.length > MOST_OPTIONS || ownTrouble !== undefined}
            label={all.length === 0 ? '先选退多少' : `发出去：退 ${all.map(yuan).join(' 或 ')}`} onTap={send}
          />
        </>
      )}
    >
      <View className='offer-sheet'>
        <View>居民点头才算数。给两三个让人家挑也可以。</View>
        <View className='offer-sheet__picks'>
          {offerPicks(asked, most).map(({ label, fen }) => {
            const chosen = amounts.includes(fen)
            const dead = full && !chosen
            return (
              <Tap key={fen} role='checkbox' picked={chosen} disabled={dead} className={`offer-sheet__pick${chosen ? ' offer-sheet__pick--chosen' : ''}${dead ? ' offer-sheet__pick--dead' : ''}`} label={`${label}，退 ${yuan(fen)}${chosen ? '，已选' : ''}`} onTap={() => toggle(fen)}>
                <View className='offer-sheet__label'>{chosen && '✓ '}{label}</View>
                <Money fen={fen} />
              </Tap>
            )
          })}
        </View>
        <Field label='或者自己填一个' value={typed} type='digit' most={9} unit='元' trouble={ownTrouble} {...(most === null ? {} : { hint: `最多 ${yuan(most)}` })} onChange={setTyped} />
        <Words label='跟人家说一句（可以不写）' value={words} onChange={setWords} phrases={phrases} />
      </View>
    </Sheet>
  )
}

function wrongWith(fen: number, most: number | null): string | undefined {
  if (fen < 1) return '请填退多少钱'
  return most !== null && fen > most ? `最多能退 ${yuan(most)}` : undefined
}
