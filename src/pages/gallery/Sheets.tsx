import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { AskEvidenceSheet } from '../../components/AskEvidenceSheet/AskEvidenceSheet'
import { Button } from '../../components/Button/Button'
import { CarrierSheet } from '../../components/CarrierSheet/CarrierSheet'
import { CheckReturnSheet } from '../../components/CheckReturnSheet/CheckReturnSheet'
import { GoodsWaySheet } from '../../components/GoodsWaySheet/GoodsWaySheet'
import { NoteSheet } from '../../components/NoteSheet/NoteSheet'
import { OfferSheet } from '../../components/OfferSheet/OfferSheet'
import { PlanSheet } from '../../components/PlanSheet/PlanSheet'
import { RejectSheet } from '../../components/RejectSheet/RejectSheet'
import { SaySheet } from '../../components/SaySheet/SaySheet'
import { Section } from '../../components/Section/Section'
import { SettleSheet } from '../../components/SettleSheet/SettleSheet'
import { ShareSheet } from '../../components/ShareSheet/ShareSheet'
import { Sheet } from '../../components/Sheet/Sheet'
import { SplitSheet } from '../../components/SplitSheet/SplitSheet'
import { useNow } from '../../components/useNow'
import { sampleView } from './sampleCase'

/** Questions that come up from below; each opens by its button. */
export function Sheets(): ReactNode {
  const [open, setOpen] = useState<'plain' | 'offer' | 'ask' | 'say' | 'way' | 'reject' | 'share' | 'receive' | 'inspect' | 'settle' | 'plan' | 'note' | 'split' | 'carrier' | null>(null)
  const close = () => setOpen(null)
  const taken = () => Promise.resolve(true)
  const view = sampleView(useNow())
  const step = { as: 'leader' as const, view, busy: false, said: null, onClose: close, onSend: taken }
  return (
    <Section title='从下面上来的'>
      <Button label='打开一张' onTap={() => setOpen('plain')} />
      <Button label='补张照片' onTap={() => setOpen('ask')} />
      <AskEvidenceSheet open={open === 'ask'} onClose={close} busy={false} said={null} phrases={['麻烦再拍一张，看清楚了马上给您定。']} onSend={close} />
      <Button label='找人再看看' onTap={() => setOpen('say')} />
      {open === 'say' && <SaySheet title='找人再看看' label='为什么' placeholder='写一句为什么不同意' camera='有新的照片也可以放上' send='请人再看看' missing={({ words }) => (words === '' ? '先写一句为什么' : null)} busy={false} said={null} onClose={close} onSend={taken} />}
      <Button label='怎么退回来' onTap={() => setOpen('way')} />
      {open === 'way' && <GoodsWaySheet title='怎么退回来' ways={['pickupPoint', 'door', 'courier']} hints={{ pickupPoint: '交给团长', door: '在家等人来拿' }} camera='拍一张现在的样子' send='我拿出来了' busy={false} said={null} onClose={close} onSend={taken} />}
      <Button label='不同意' onTap={() => setOpen('reject')} />
      <RejectSheet open={open === 'reject'} hasPhotos standards={null} about={{ 称呼: '王阿姨', 商品: '草莓', 金额: '¥12.60' }} onClose={close} busy={false} said={null} onSend={close} />
      <Button label='发一张卡片' onTap={() => setOpen('share')} />
      <ShareSheet open={open === 'share'} title='请一位同事' share={{ title: '邻里平台请您一起管售后', path: '/pages/home/index' }} onClose={close}>只发给他本人。</ShareSheet>
      <Button label='收到退货' onTap={() => setOpen('receive')} />
      {open === 'receive' && <CheckReturnSheet step='receiveReturn' them='邻居' busy={false} said={null} onClose={close} onSend={taken} />}
      <Button label='验过了' onTap={() => setOpen('inspect')} />
      {open === 'inspect' && <CheckReturnSheet step='inspectReturn' them='邻居' busy={false} said={null} onClose={close} onSend={taken} />}
      <Button label='同意，另补运费、补偿' onTap={() => setOpen('settle')} />
      {open === 'settle' && <SettleSheet {...step} title='同意，另补运费、补偿' view={{ ...view, wish: { kind: 'exchange' } }} />}
      <Button label='接下来怎么办' onTap={() => setOpen('plan')} />
      {open === 'plan' && <PlanSheet {...step} />}
      <Button label='记一笔' onTap={() => setOpen('note')} />
      {open === 'note' && <NoteSheet {...step} phrases={['王阿姨，您反映的草莓我在跟，有消息马上跟您说。']} />}
      <Button label='分一下谁承担' onTap={() => setOpen('split')} />
      {open === 'split' && <SplitSheet {...step} view={{ ...view, amount: 1260, liability: { shares: { supplier: 1260 }, decided: false } }} />}
      <Button label='快递回话了' onTap={() => setOpen('carrier')} />
      {open === 'carrier' && <CarrierSheet {...step} />}
      <Button label='换个办法' onTap={() => setOpen('offer')} />
      <Sheet open={open === 'plain'} title='不用处理了？' onClose={close} bar={<Button kind='danger' label='撤销' onTap={close} />}>
        <View>撤销以后，这件事不再处理。东西还有问题的话，可以重新反映。</View>
      </Sheet>
      <OfferSheet open={open === 'offer'} onClose={close} asked={2520} most={2520} basis={{ from: 'supplier', rate: { claimed: 1701, refund: 2520 } }} phrases={['您好，坏的部分我来退，好的您先吃，您看行吗？']} busy={false} said={null} onSend={close} />
    </Section>
  )
}
