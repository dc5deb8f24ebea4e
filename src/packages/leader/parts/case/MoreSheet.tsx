import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sentGoods } from '../../../../../domain/case/sentGoods'
import type { CaseView } from '../../../../../domain/people/caseView'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Tap } from '../../../../components/Tap/Tap'
import { moreStepsOf, type CaseSheet } from './nextStep'
import './MoreSheet.scss'

/** What each step behind 更多 is called, and what it brings about. */
const SAYS: Record<CaseSheet, { label: string; hint: string }> = {
  settleMore: { label: '同意，另补运费、补偿', hint: '照他要的办，再加一点' },
  changeMind: { label: '改主意了，按邻居要的办', hint: '之前没同意，现在同意' },
  askEvidence: { label: '请邻居补张照片', hint: '说清楚补什么，邻居会收到消息' },
  addEvidence: { label: '邻居发给我了，替他补上', hint: '群里、私聊发来的照片和话' },
  forward: { label: '请供货商先看', hint: '邻居会看到在等供货商；他不回话，您也可以自己定' },
  offer: { label: '换个办法', hint: '比如退一半、换货、补发，邻居点头才算' },
  refer: { label: '请平台定', hint: '说不拢的时候，平台的人来定' },
  reject: { label: '不同意', hint: '选一个原因，写一句话，邻居会看到' },
  agree: { label: '邻居跟我说同意了', hint: '替他点，要写上他怎么说的' },
  decline: { label: '邻居跟我说不同意', hint: '替他回，再换个办法' },
  receiveReturn: { label: '收到退货', hint: '东西到您这里了' },
  inspectReturn: { label: '验过了', hint: '看看退回来的东西' },
  forwardReturn: { label: '退给供货商，由他验', hint: '东西他来收、他来看，写清楚退到哪里' },
  receiveReplacement: { label: '邻居说收到了，替他点', hint: '要写上他是怎么说的' },
  sendReplacement: { label: '东西发了', hint: '本来等供货商发，您替他发了' },
  giveBack: { label: '东西还给邻居了', hint: '没通过的退货，还回去' },
  payRefund: { label: '我已退款', hint: '东西的事还没完，钱先退好了' },
  startRefund: { label: '在退了，还没到', hint: '别的小程序里要等审核、等到账' },
  failRefund: { label: '没退成', hint: '退不出去，记一下，过后再退' },
  splitLiability: { label: '分一下谁承担', hint: '供货商、快递、您、卖家各多少' },
  carrier: { label: '快递回话了', hint: '认了还是没认，替他记下来' },
  tell: { label: '告诉邻居了，记一下', hint: '打了电话、当面或在群里说了' },
  plan: { label: '接下来怎么办', hint: '写几步，谁做、什么时候，都看得到' },
  note: { label: '记一笔', hint: '可以只给处理的人看' },
}

interface MoreSheetProps {
  open: boolean
  onClose: () => void
  view: CaseView
  onChoose: (step: CaseSheet) => void
}

/** What else can be done than what comes next, in the order of use. Only what this case allows now. */
export function MoreSheet({ open, onClose, view, onChoose }: MoreSheetProps): ReactNode {
  const steps = moreStepsOf(view)
  return (
    <Sheet open={open} title='还可以' onClose={onClose}>
      <View className='more-sheet'>
        {steps.map(step => {
          const label = step === 'sendReplacement' ? `${sentGoods(view.remedy).it}发了` : SAYS[step].label
          return (
            <Tap key={step} className='more-sheet__step' label={`${label}，${SAYS[step].hint}`} onTap={() => onChoose(step)}>
              <View className={`more-sheet__label${step === 'reject' ? ' more-sheet__label--no' : ''}`}>{label}</View>
              <View className='more-sheet__hint'>{SAYS[step].hint}</View>
            </Tap>
          )
        })}
        {!view.hasSupplier && view.stage === 'waitingLeader' && <View className='more-sheet__hint'>这件东西没有填供货商，所以不能请供货商先看。</View>}
        {view.supplierGone && view.stage === 'waitingLeader' && <View className='more-sheet__hint'>供货商那边现在没有人在这里，所以不能请他先看。发个链接请他们进来就行。</View>}
      </View>
    </Sheet>
  )
}
