import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { yuan } from '../../../domain/case/money'
import type { CaseCommand } from '../../../domain/case/commands'
import type { PreviewBasis } from '../../../domain/case/preview'
import { optionWords, REMEDIES, REMEDY_CODES, worthOf, type OfferOption, type Remedy } from '../../../domain/case/remedy'
import { Button } from '../Button/Button'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { Field } from '../Field/Field'
import { Money } from '../Money/Money'
import { Sheet } from '../Sheet/Sheet'
import { Trouble } from '../States/Trouble'
import { Tap } from '../Tap/Tap'
import { useNow } from '../useNow'
import { WhoPays } from '../WhoPays/WhoPays'
import { fenIn } from '../../words/fenIn'
import { offerPicks } from './offerPicks'
import { draftOf, read, type OptionDraft } from './optionDraft'
import { OptionEditor } from './OptionEditor'
import { Words } from '../Words/Words'
import './OfferSheet.scss'

/** The contract's limit of options to choose from. */
const MOST_OPTIONS = 3
const OTHERS = REMEDY_CODES.filter(remedy => remedy !== 'refund').map(value => ({ value, label: REMEDIES[value] }))

interface OfferSheetProps {
  open: boolean
  onClose: () => void
  /** Fen asked for. */
  asked: number
  /** Fen that can be given at most; null where that is not this party's business: then the cloud says when it is too much. */
  most: number | null
  /** Who offers it; the leader, unless it is said. */
  as?: Parameters<typeof WhoPays>[0]['as']
  /** Who would be asked to bear it; without it nothing is said about that. */
  basis?: PreviewBasis
  /** The goods came back and failed inspection: an offer may say that they are kept. */
  here?: boolean
  /** Fen that this person may decide in one case, with all that comes on top; null: no limit. */
  limit?: number | null
  phrases: readonly string[]
  busy: boolean
  said: string | null
  onSend: (offer: Extract<CaseCommand, { type: 'offer' }>) => void
}

/** 换个办法: one or several ways out to choose from, and a word about it. An amount is a tap; whatever else there is, behind another. */
export function OfferSheet({ open, onClose, asked, most, as = 'leader', basis, here = false, limit = null, phrases, busy, said, onSend }: OfferSheetProps): ReactNode {
  const now = useNow()
  const [options, setOptions] = useSheetDraft<readonly OfferOption[]>('options', [])
  const [typed, setTyped] = useSheetDraft('typed', '')
  const [words, setWords] = useSheetDraft('words', '')
  const [others, setOthers] = useState(false)
  /** What is being written, and in whose place of `all`; a new one has none. */
  const [writing, setWriting] = useSheetDraft<{ place: number | null; draft: OptionDraft } | null>('writing', null)
  const own = typed.trim() === '' ? null : fenIn(typed)
  const ownTrouble = typeof own === 'string' ? own : own === null ? undefined : wrongWith(own, most)
  const ownOption: OfferOption | null = typeof own === 'number' && ownTrouble === undefined && !options.some(o => isPlain(o) && o.refund === own) ? { remedy: 'refund', refund: own } : null
  const all: readonly OfferOption[] = ownOption ? [...options, ownOption] : options
  const full = all.length >= MOST_OPTIONS

  const takeOut = (option: OfferOption) => { if (option === ownOption) setTyped(''); else setOptions(options.filter(o => o !== option)) }
  const toggle = (fen: number) => setOptions(options.some(o => isPlain(o) && o.refund === fen) ? options.filter(o => !(isPlain(o) && o.refund === fen)) : [...options, { remedy: 'refund', refund: fen }])
  const write = (remedy: Remedy) => setWriting({ place: null, draft: { ...draftOf({ remedy, refund: remedy === 'returnRefund' ? asked : 0 }), returnFirst: remedy === 'repair' } })
  const send = () => onSend({ type: 'offer', options: [...all], words: words.trim() })

  // Each has its key: a sheet that was scrolled down would show the other from its middle.
  if (writing) {
    const { option, trouble } = read(writing.draft, most, limit, now)
    const keep = () => {
      const typedOne = ownOption !== null && writing.place === options.length
      setOptions(writing.place === null || typedOne ? [...options, option] : options.map((o, place) => (place === writing.place ? option : o)))
      if (typedOne) setTyped('')
      setWriting(null)
      setOthers(false)
    }
    return (
      <Sheet
        key='one' open={open} title={REMEDIES[writing.draft.remedy]} onClose={() => setWriting(null)}
        bar={(
          <>
            <Trouble words={trouble && !standsAtField(trouble.field, writing.draft) ? trouble.says : null} />
            <Button kind='primary' label='就这样，放进去' disabled={trouble !== null} onTap={keep} />
          </>
        )}
      >
        <OptionEditor as={as} draft={writing.draft} option={option} trouble={trouble} most={most} basis={basis ?? null} here={here} onChange={draft => setWriting({ ...writing, draft })} />
      </Sheet>
    )
  }
  return (
    <Sheet
      key='all' open={open} title='换个办法' onClose={onClose}
      bar={(
        <>
          <Trouble words={all.length > MOST_OPTIONS ? `最多给 ${MOST_OPTIONS} 个办法，请去掉一个` : said} />
          <Button
            kind='primary' busy={busy} busyLabel='正在发…' disabled={all.length === 0 || all.length > MOST_OPTIONS || ownTrouble !== undefined}
            label={sendWords(all)} onTap={send}
          />
        </>
      )}
    >
      <View className='offer-sheet'>
        <View>{as === 'leader' ? '邻居' : '居民'}点头才算数。给两三个让人家挑也可以。</View>
        <View className='offer-sheet__picks'>
          {offerPicks(asked, most).map(({ label, fen }) => {
            const chosen = options.some(o => isPlain(o) && o.refund === fen)
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
        {all.map((option, place) => (
          <View className='offer-sheet__option' key={`${optionWords(option)}-${option.until ?? 0}`}>
            <View className='offer-sheet__option-words'>{optionWords(option)}</View>
            {basis && <WhoPays as={as} basis={basis} option={option} />}
            <View className='offer-sheet__ways'>
              <Button narrow kind='quiet' label='另补运费、改一下' spokenLabel={`改一下：${optionWords(option)}`} onTap={() => setWriting({ place, draft: draftOf(option) })} />
              <Button narrow kind='quiet' label='去掉' spokenLabel={`去掉：${optionWords(option)}`} onTap={() => takeOut(option)} />
            </View>
          </View>
        ))}
        {!full && !others && <Button kind='quiet' label='换个办法：退货、换货、补发…' onTap={() => setOthers(true)} />}
        {!full && others && <ChoiceTiles value={null} choices={OTHERS} onChoose={write} />}
        <Words label='跟人家说一句（可以不写）' value={words} onChange={setWords} phrases={phrases} />
      </View>
    </Sheet>
  )
}

/** A tapped or typed amount, and nothing on top. */
function isPlain(option: OfferOption): boolean {
  return option.remedy === 'refund' && worthOf(option) === option.refund && option.until === undefined && option.words === undefined
}

/** Whether the field itself shows it: an empty one would be red before anybody wrote in it. */
function standsAtField(field: keyof OptionDraft, draft: OptionDraft): boolean {
  return field === 'compensation' || (draft[field] !== '' && field !== 'until' && field !== 'words')
}

function sendWords(all: readonly OfferOption[]): string {
  if (all.length === 0) return '先选退多少，或者换个办法'
  return all.length === 1 ? `发出去：${all.map(optionWords).join('')}` : `发出去：${all.length} 个办法，让人家挑`
}

function wrongWith(fen: number, most: number | null): string | undefined {
  if (fen < 1) return '请填退多少钱'
  return most !== null && fen > most ? `最多能退 ${yuan(most)}` : undefined
}
