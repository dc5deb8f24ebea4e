import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { remedyOf, worthOf, type OfferOption } from '../../../../../domain/case/remedy'
import type { CaseView } from '../../../../../domain/people/caseView'
import { previewBasis } from '../../../../../domain/people/previewBasis'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../../../../components/SaySheet/SaySheet'
import { WhoPays } from '../../../../components/WhoPays/WhoPays'
import { AppealFacts } from '../AppealFacts'
import { useSheetDraft } from '../../../../outbox/sheetDraft'
import { goodsIn } from '../../../../components/SettleSheet/isOverLimit'
import { decidedWith } from '../../../../../domain/case/limit'
import { isHiddenFromLeaders } from '../deskSteps'
import type { StepSheet } from './stepSheet'

/** 重新看: what was refused and why, what the resident says to it, and the answer, with who pays what if it is yes. */
export function DecideAppealSheet({ view, onSend, links, onAgain, ...sheet }: StepSheet & { links: Record<string, string>; onAgain: () => void }): ReactNode {
  const [uphold, setUphold] = useSheetDraft<boolean | null>('uphold', null)
  const option = upheldOption(view)
  const worth = worthOf(option)
  const goods = goodsIn(view)
  const whole = goods ? decidedWith(goods, option) : worth
  const tooMuch = uphold === true && view.limit !== null && whole > view.limit
  return (
    <SaySheet
      {...sheet} title='重新看' label={`为什么这样定（居民${isHiddenFromLeaders(view) ? '' : '和团长都'}看得到）`} placeholder='比如：照片里看得出是到的时候就烂的' kind={uphold === false ? 'danger' : 'primary'}
      send={uphold === false ? '维持，告诉居民' : worth > 0 ? `同意，退 ${yuan(worth)}` : '同意，告诉居民'}
      missing={({ words }) => (uphold === null ? '先选同意还是维持' : tooMuch ? `超过您能定的 ${yuan(view.limit ?? 0)}` : words === '' ? '写一句为什么' : null)}
      onSend={({ words }) => (uphold === null ? Promise.resolve(false) : onSend({ type: 'decideAppeal', uphold, words }))}
    >
      <AppealFacts view={view} links={links} onAgain={onAgain} />
      <ChoiceTiles
        columns={1} value={uphold === null ? '' : uphold ? 'yes' : 'no'} onChoose={chosen => setUphold(chosen === 'yes')}
        choices={[{ value: 'yes', label: '同意居民', hint: '按他要的办，马上算数' }, { value: 'no', label: '维持原来的', hint: '这里就到这一步，居民还可以打 12315' }]}
      />
      {uphold === true && <WhoPays as='operator' basis={previewBasis(view)} option={option} />}
      {tooMuch && <View className='amber'>! 一共 {yuan(whole)}，超过您能定的 {yuan(view.limit ?? 0)}，请有更高额度的同事定。</View>}
    </SaySheet>
  )
}

/** Carried out as asked, as far as there is still money to give back: what the cloud makes of it. */
function upheldOption(view: CaseView): OfferOption {
  return { remedy: view.counter ? 'refund' : remedyOf(view.wish) ?? 'refund', refund: Math.min(view.asked, view.line?.left ?? view.asked) }
}
