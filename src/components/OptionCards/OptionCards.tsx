import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { goodsWords } from '../../words/optionGoods'
import { optionWords, worthOf, type OfferOption } from '../../../domain/case/remedy'
import { before } from '../../../domain/clock/shanghai'
import { MoneyLines } from '../MoneyLines/MoneyLines'
import { Tap } from '../Tap/Tap'
import { useNow } from '../useNow'
import './OptionCards.scss'

interface OptionCardsProps {
  options: readonly OfferOption[]
  /** Fen that can still be given of what was paid; null where that is not known. */
  left: number | null
  /** The place of the chosen one; null while none is. */
  chosen: number | null
  /** They came back already, and were not found to be as they were said to be. */
  here?: boolean
  /** Without it they are only shown. */
  onChoose?: (option: number) => void
}

/** Ways out to choose from: each with everything that is in it, and what it comes to in money. */
export function OptionCards({ options, left, chosen, here = false, onChoose }: OptionCardsProps): ReactNode {
  const now = useNow()
  return (
    <View className='option-cards'>
      {options.map((option, i) => {
        const over = option.until !== undefined && option.until < now
        const gone = left !== null && option.refund > left
        const picked = chosen === i
        const body = (
          <>
            <View className='option-cards__what'>{options.length > 1 && <View className='option-cards__mark'>{picked ? '●' : '○'}</View>}<View className='option-cards__words'>{optionWords(option)}</View></View>
            {worthOf(option) > option.refund && <MoneyLines refund={option.refund} freight={option.freight} compensation={option.compensation} />}
            {goodsWords(option, here) !== '' && <View className='option-cards__more'>{goodsWords(option, here)}</View>}
            {option.until !== undefined && <View className='option-cards__more'>{over ? '! 这个办法的时间过了' : `${before(option.until, now)}点才算数`}</View>}
            {gone && <View className='option-cards__more'>! 后来退过别的钱，现在退不了这么多了</View>}
          </>
        )
        return onChoose && options.length > 1
          ? <Tap key={i} role='radio' picked={picked} disabled={over} className={`option-cards__card${picked ? ' option-cards__card--chosen' : ''}`} label={`${optionWords(option)}${over ? '，时间过了' : ''}${picked ? '，已选' : ''}`} onTap={() => onChoose(i)}>{body}</Tap>
          : <View key={i} className='option-cards__card'>{body}</View>
      })}
    </View>
  )
}
