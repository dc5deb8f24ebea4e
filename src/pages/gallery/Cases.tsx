import { WhoPays } from '../../components/WhoPays/WhoPays'
import { useState, type ReactNode } from 'react'
import type { BundleSum } from '../../../domain/case/bundle'
import type { OfferOption } from '../../../domain/case/remedy'
import { Card } from '../../components/Card/Card'
import { AskedAgain } from '../../components/AskedAgain/AskedAgain'
import { BundleSums } from '../../components/BundleSums/BundleSums'
import { CallDesk } from '../../components/CallDesk/CallDesk'
import { CaseCard } from '../../components/CaseCard/CaseCard'
import { AlsoDue, Deadline } from '../../components/Deadline/Deadline'
import { Facts } from '../../components/Facts/Facts'
import { Household } from '../../components/Household/Household'
import { Members } from '../../components/Members/Members'
import { Money } from '../../components/Money/Money'
import { MoneyLines } from '../../components/MoneyLines/MoneyLines'
import { OptionCards } from '../../components/OptionCards/OptionCards'
import { PlanCard } from '../../components/PlanCard/PlanCard'
import { Portion } from '../../components/Portion/Portion'
import { Promises } from '../../components/Promises/Promises'
import { ReachCounts } from '../../components/ReachCounts/ReachCounts'
import { Section } from '../../components/Section/Section'
import { Timeline } from '../../components/Timeline/Timeline'
import { useNow } from '../../components/useNow'
import { WarningBadge } from '../../components/WarningBadge/WarningBadge'
import { WhatIsAsked } from '../../components/WhatIsAsked/WhatIsAsked'
import { draftOwner, noteLate, writeSheetDraft } from '../../outbox/sheetDraft'
import { TooLate } from '../../components/TooLate/TooLate'
import { LINKS, sampleCard, sampleEarlier, sampleView } from './sampleCase'
import { Shown } from './Shown'

const HOUR = 3600_000
const nothing = () => undefined
/** Of nobody's case: a phone that shows the gallery has none. */
const WRITTEN_LATE = 'gallery'
const OPTIONS: OfferOption[] = [
  { remedy: 'refund', refund: 1260, compensation: 500 }, { remedy: 'exchange', refund: 0, returnFirst: true, words: '换一盒新的' }, { remedy: 'returnRefund', refund: 2520, freight: 800 },
]
const SUMS: BundleSum = {
  all: { cases: 9, fen: 41_360 }, claimed: { cases: 4, fen: 18_000 }, admitted: { cases: 3, fen: 17_970 }, disputed: { cases: 1, fen: 5390 },
  undecided: { cases: 1, fen: 5990 }, repaid: { cases: 6, fen: 30_000 },
}

/** A case, in a list and opened, and what it is made of. */
export function Cases(): ReactNode {
  const now = useNow()
  const view = sampleView(now)
  useState(() => {
    const owner = draftOwner(view.as, WRITTEN_LATE, 'decline')
    writeSheetDraft(owner, { words: '想退一半' })
    noteLate(owner)
  })
  return (
    <Section title='一件事'>
      <Shown as='轮到我'><CaseCard card={sampleCard(now)} photo={LINKS.a} onTap={nothing} /></Shown>
      <Shown as='超时、反映得晚'><CaseCard card={sampleCard(now, { late: true, due: { clock: 'review', party: 'leader', from: now - 9 * HOUR, dueAt: now - HOUR } })} onTap={nothing} /></Shown>
      <Shown as='退好了'><CaseCard card={sampleCard(now, { as: 'resident', stage: 'refunded', holder: null, due: null, myDue: null, amount: 1260 })} photo={LINKS.b} onTap={nothing} /></Shown>
      <Shown as='没同意'><CaseCard card={sampleCard(now, { as: 'resident', stage: 'rejected', holder: null, due: null, myDue: null })} onTap={nothing} /></Shown>
      <Shown as='要退的和买的'><WhatIsAsked view={view} /></Shown>
      <Shown as='说好的时间：居民看的'><Promises view={{ promises: view.promises, as: 'resident' }} /></Shown>
      <Shown as='说好的时间：团长看的'><Promises view={view} /></Shown>
      <Shown as='平台的名字和电话'><CallDesk desk={{ name: '邻里平台', phone: '15400000001' }} /></Shown>
      <Shown as='平台看的，别处来的'><CaseCard card={sampleCard(now, { as: 'operator', channel: 'hotline', myDue: null })} onTap={nothing} /></Shown>
      <Shown as='又说了一次：原来那一件'><AskedAgain as='operator' of={{ earlier: sampleEarlier(now), followedBy: null, photoLinks: LINKS }} /></Shown>
      <Shown as='后来又说了一次'><AskedAgain as='leader' of={{ earlier: null, followedBy: 'later', photoLinks: {} }} /></Shown>
      <Shown as='哪一家'><Household view={view} /></Shown>
      <Shown as='还有更早的'><Portion of={['one', 'two', 'three']} first={1} more={left => `看更早的（还有 ${left} 件）`}>{some => some.map(id => <CaseCard key={id} card={sampleCard(now, { id })} onTap={nothing} />)}</Portion></Shown>
      <Card><Shown as='先别吃、先别用'><WarningBadge title='草莓' warningId='w' /><WarningBadge alone title='草莓' warningId='w' /></Shown></Card>
      <Card><Shown as='多少户知道了'><ReachCounts counts={{ households: 201, reached: 120, sent: 31, notReached: 50 }} /></Shown></Card>
      <Card><Shown as='给您的办法'><OptionCards options={OPTIONS} left={2520} chosen={0} onChoose={nothing} /></Shown></Card>
      <Card><Shown as='发出去以前，谁出多少'><WhoPays as='leader' basis={{ from: 'supplier', rate: { claimed: 1701, refund: 2520 } }} option={{ remedy: 'refund', refund: 1260, freight: 800 }} /><WhoPays as='supplier' basis={{ from: 'supplier', rate: null }} option={{ remedy: 'exchange', refund: 0, returnFirst: true }} /></Shown></Card>
      <TooLate view={{ ...view, id: WRITTEN_LATE }} isPossible={() => false} />
      <PlanCard as='leader' plan={[{ what: '问供货商要到冷链记录', party: 'supplier', by: now - HOUR }, { what: '给邻居回话', party: 'leader', by: now + 20 * HOUR }]} />
      <Card title='经过'><Timeline story={view.story} links={LINKS} /></Card>
      <Card><Shown as='一起回话的人'><Members members={[{ id: 'a', name: '老李', me: true }, { id: 'b', name: '小周', me: false }]} asking={[{ id: 'c', name: '张叔' }]} busy={false} onAnswer={nothing} onRemove={nothing} /></Shown></Card>
      <Card><Shown as='跟供货商的账'><BundleSums sum={SUMS} as='supplier' /></Shown></Card>
      <Card>
        <Shown as='不急'><Deadline due={{ dueAt: now + 20 * HOUR }} who='团长' /></Shown>
        <Shown as='快到了'><Deadline due={{ dueAt: now + 2 * HOUR }} who='团长' /></Shown>
        <Shown as='过了'><Deadline due={{ dueAt: now - 2 * HOUR }} who='团长' /></Shown>
        <Shown as='旁边还有'><AlsoDue dueAt={now + HOUR / 5} what='您先回一声' /></Shown>
        <Shown as='金额'><Money fen={1260} /><Money fen={5990} size='big' /><Money fen={128_000} size='huge' /></Shown>
        <Shown as='退的、运费、补偿'><MoneyLines refund={1260} freight={800} compensation={500} /></Shown>
        <Shown as='一行一件'><Facts facts={[{ label: '谁买的', value: '王阿姨' }, { label: '门牌', value: '9号楼1504室', copy: '9号楼1504室' }]} /></Shown>
      </Card>
    </Section>
  )
}
