import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { CaseStep } from '../../../../domain/contract/calls'
import { SaySheet, type SaySheetProps } from '../../../components/SaySheet/SaySheet'
import type { CaseSheetProps } from './caseSheet'

/** Steps that take nothing but words. */
export const WORD_STEPS = ['decline', 'withdraw', 'expedite', 'failRefund', 'receiveReplacement', 'reopen', 'callOffReturn', 'disown'] as const
export type WordStep = (typeof WORD_STEPS)[number]

const OPTIONAL = '想说的话（可以不写）'
const ASKED: Record<WordStep, Pick<SaySheetProps, 'title' | 'label' | 'placeholder' | 'send' | 'kind'> & { explain: string; needed?: string }> = {
  decline: { title: '哪里不合适？', explain: '写一句想怎么处理，会再看看。不写也可以。', label: '想怎么处理', placeholder: '比如：草莓坏了一半，想退一半', send: '告诉团长，我不同意' },
  withdraw: { title: '不用处理了？', explain: '撤销以后这件事就不再处理了。东西还有问题的话，可以重新反映。', label: '为什么撤销', placeholder: OPTIONAL, send: '撤销', kind: 'danger' },
  expedite: { title: '催一下', explain: '会告诉现在该办的人，您在等。一天催一次。', label: '想说的话', placeholder: OPTIONAL, send: '发出去，催一下' },
  failRefund: { title: '没收到钱', explain: '先看看微信钱包的零钱、付款的银行卡，原路退的有时要等一两天。真没有的话，告诉团长再退一次。', label: '怎么没收到', placeholder: '比如：查了微信零钱和银行卡，都没有', send: '告诉团长，没收到', needed: '先写一句查了哪里' },
  receiveReplacement: { title: '收到了？', explain: '看看东西对不对、好不好，再点收到。有问题就先别点，打电话给团长。', label: '想说的话', placeholder: OPTIONAL, send: '东西没问题，收到了' },
  callOffReturn: { title: '东西不退了？', explain: '东西您留着，钱也先不退。不算您放弃：七天里想退了再点一下就行。', label: '为什么不退了', placeholder: OPTIONAL, send: '好，东西先不退了' },
  disown: { title: '这不是您的意思？', explain: '别人替您点的不算数，回到点之前的样子，由您自己来定。会告诉替您点的人。', label: '想说的话', placeholder: OPTIONAL, send: '对，这不是我的意思' },
  reopen: { title: '接着说', explain: '会回到上次那一步，接着处理。', label: '想说的话', placeholder: OPTIONAL, send: '好，接着说' },
}

/** A return that was called off, taken up again. */
const RETURN_AFTER_ALL: (typeof ASKED)['reopen'] = { title: '想把东西退回来？', explain: '还按说好的办：您把东西拿回来，验过了接着处理。', label: '想说的话', placeholder: OPTIONAL, send: '好，我要退' }

/** One of the steps that take words, optional ones mostly. */
export function WordsSheet({ step, view, act, ...sheet }: CaseSheetProps & { step: WordStep }): ReactNode {
  const { explain, needed, ...asked } = step === 'reopen' && view.stage === 'returnOff' ? RETURN_AFTER_ALL : ASKED[step]
  return (
    <SaySheet {...sheet} {...asked} {...(needed === undefined ? {} : { missing: ({ words }) => (words === '' ? needed : null) })} onSend={({ words }) => act({ type: step, words } satisfies CaseStep)}>
      <View>{explain}</View>
    </SaySheet>
  )
}
