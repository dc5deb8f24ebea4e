import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import { ABOUT, REASONS } from '../../../domain/case/reasons'
import { wishWords } from '../../../domain/case/wish'
import type { CaseView } from '../../../domain/people/caseView'
import { Card } from '../Card/Card'
import { Money } from '../Money/Money'
import { ProductTile } from '../ProductTile/ProductTile'
import { claimWords } from '../../words/claimWords'
import './WhatIsAsked.scss'

/** What is claimed beside what was bought. `line` is not everybody's business: without it only the pieces are compared. Children stand below the words. */
export function WhatIsAsked({ view, children }: PropsWithChildren<{ view: CaseView }>): ReactNode {
  return (
    <Card>
      <View className='asked__goods'>
        <ProductTile title={view.title} />
        <View className='asked__words'>
          <View className='asked__title'>{view.title}</View>
          <View className='soft small'>{[view.spec, view.groupBuyTitle].filter(w => w !== '').join(' · ')}</View>
        </View>
      </View>
      <View className='asked__reason'>{REASONS[view.reason].says}<View className='asked__how'>{claimWords(view.reason, view.claim, view.quantity)}</View></View>
      {view.about && <View>说的是：{ABOUT[view.about]}</View>}
      {view.logistics && <View className='number'>快递：{[view.logistics.carrier, view.logistics.waybill].filter(w => w !== '').join(' ')}</View>}
      {view.words !== '' && <View className='asked__said'>“{view.words}”</View>}
      {children && <View className='asked__heard'>{children}</View>}
      <View className='asked__beside'>
        <View className='asked__side'>
          <View className='asked__label'>买了</View>
          <View className='asked__count'>{view.quantity} 件</View>
          {view.line && <View>付 <Money fen={view.line.paid} /></View>}
        </View>
        <View className='asked__side asked__side--claim'>
          <View className='asked__label'>有问题</View>
          {'bad' in view.claim && <View className='asked__count'>{view.claim.bad} 件</View>}
          <View>{view.asked > 0 ? <>{view.wish.kind === 'returnRefund' && '退货，'}要退 <Money fen={view.asked} /></> : view.wish.kind === 'none' ? '不用退钱' : wishWords(view.wish)}</View>
        </View>
      </View>
      {view.line && view.line.left < view.line.paid && <View className='asked__left'>这份之前退过，最多还能退 {yuan(view.line.left)}</View>}
    </Card>
  )
}
