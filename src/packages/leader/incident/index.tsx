import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { isAmount, type JointStep } from '../../../../domain/case/together'
import { yuan } from '../../../../domain/case/money'
import type { Answers } from '../../../../domain/contract/calls'
import { askConsent } from '../../../cloud/askConsent'
import { useAnswer } from '../../../cloud/useAnswer'
import { useTogether } from '../../../cloud/useTogether'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { go, goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { useCommunity } from '../parts/community/useCommunity'
import { RejectSheet } from '../../../components/RejectSheet/RejectSheet'
import { AskBuyers } from '../parts/incident/AskBuyers'
import { DecidedTogether } from '../parts/DecidedTogether'
import { HowMuch } from '../parts/incident/HowMuch'
import { stepWords, sumOf, withinLimit } from '../parts/incident/jointWords'
import { householdOf } from '../../../words/householdOf'
import { fillingsForMany, phrasesFor } from '../../../words/phrases'
import { Wall } from '../parts/incident/Wall'
import { refundsPage } from '../parts/refunds/refundsPage'
import './index.scss'

type Incident = Answers['showIncident']

/** One bad batch: everybody's photos on one wall, the odd ones taken out by a tap, one decision for the rest. */
export default function LeaderIncident(): ReactNode {
  const { groupBuy, product } = useRouter().params
  const batch = groupBuy !== undefined && product !== undefined ? { groupBuyId: groupBuy, productId: product } : null
  const { community } = useCommunity()
  const asked = useAnswer('showIncident', batch)
  const together = useTogether(`incident.${groupBuy ?? ''}.${product ?? ''}`)
  /** Households tapped since the page was opened, and whether they are in: said outright, so that it still holds when the cloud has noted the same. */
  const [tapped, setTapped] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [step, setStep] = useState<JointStep | null>(null)
  const [rejecting, setRejecting] = useState(false)
  const [shared, setShared] = useState({ title: '团后：买的东西有问题，点这里', path: '/pages/home/index' })
  useShareAppMessage(() => shared)
  if (batch === null) return <Page><Empty title='没看到是哪一批'><Button kind='primary' label='回待处理' onTap={() => goOnlyTo('/packages/leader/inbox/index')} /></Empty></Page>

  const { data } = asked
  const open = data?.members.filter(m => m.open) ?? []
  const chosen = open.filter(m => tapped.get(m.card.id) ?? !m.odd)
  const plan = step ?? data?.standing ?? ({ type: 'asAsked' } satisfies JointStep)
  const limit = community?.limit ?? null
  const { within, over } = withinLimit(plan, chosen, limit)
  const decide = (decided: JointStep) => {
    if (!community) return
    setRejecting(false)
    // Answered first: the seconds to take it back begin with the decision.
    void askConsent('leader').then(() => together.decide({
      communityId: community.communityId, step: decided, cases: withinLimit(decided, chosen, limit).within.map(m => ({ caseId: m.card.id, seen: m.seen })),
      about: { ...batch, odd: open.filter(m => !chosen.includes(m)).map(m => m.card.id) },
    }))
  }
  const toggle = (id: string) => setTapped(before => new Map([...before, [id, !chosen.some(m => m.card.id === id)]]))
  const deciding = together.view !== null || together.working
  return (
    <Page
      wide
      bar={deciding || together.trouble
        ? <DecidedTogether together={together} bar onRefunds={() => go(refundsPage(community?.communityId ?? '', batch.groupBuyId))} />
        : open.length > 0 && data && (
          <ActionBar>
            <Button kind='primary' label={chosen.length === 0 ? '一户都没选' : !isWhole(plan) ? '先填坏一件退多少' : within.length === 0 ? '都超过您能定的，请团长定' : stepWords(plan, within)} disabled={within.length === 0 || !community || !isWhole(plan)} onTap={() => decide(plan)} />
            <Button label='都不同意…' disabled={chosen.length === 0 || !community} onTap={() => setRejecting(true)} />
          </ActionBar>
        )}
    >
      <Answered asked={asked} cards={2}>
        {incident => (
          <View className='incident'>
            <Card>
              <View className='incident__title'>{incident.title}</View>
              <View className='soft'>{incident.groupBuyTitle}{incident.spec === '' ? '' : ` · ${incident.spec}`}</View>
              <View className='incident__sum'>{incident.buyers.reported} 户反映，{incident.members.filter(m => m.open).length} 户等您定{open.length > 0 ? `，一共想退 ${yuan(open.reduce((sum, m) => sum + m.complaint.asked, 0))}` : ''}</View>
            </Card>
            {deciding
              ? <DecidedTogether together={together} />
              : open.length > 0 && (
                <>
                  <Section title='看看照片，不一样的点一下去掉'><Wall members={open} crate={incident.crate} chosen={chosen} links={incident.photoLinks} onToggle={toggle} /></Section>
                  {standingWords(incident) !== null && <Card tone='green'>{standingWords(incident)}</Card>}
                  <HowMuch step={plan} members={within} phrases={phrasesFor(incident.standards, 'batch', fillingsForMany(incident.title))} onChange={setStep} />
                  {over.length > 0 && limit !== null && <Card tone='amber'>! {over.length} 户超过您能定的 {yuan(limit)}，留给团长：{over.map(m => householdOf(m.card)).join('、')}</Card>}
                </>
              )}
            {!deciding && open.length === 0 && <Empty title='这一批都定过了' hint='再有邻居反映，会回到您的待处理。'><Button kind='primary' label='回待处理' onTap={() => goOnlyTo('/packages/leader/inbox/index')} /></Empty>}
            <AskBuyers batch={batch} incident={incident} communityName={community?.name ?? ''} onShare={setShared} onAsked={() => void asked.again()} />
            <Button kind='danger' label='有危险，叫大家先别吃、先别用' onTap={() => go(`/packages/leader/warning/index?groupBuy=${encodeURIComponent(batch.groupBuyId)}&product=${encodeURIComponent(batch.productId)}`)} />
          </View>
        )}
      </Answered>
      <RejectSheet open={rejecting} standards={data?.standards ?? null} about={fillingsForMany(data?.title ?? '')} hasPhotos={chosen.some(m => m.card.photo !== null)} onClose={() => setRejecting(false)} busy={together.working} said={null} onSend={decide} />
    </Page>
  )
}

/** A decision that still lacks its number cannot be given. */
function isWhole(step: JointStep): boolean {
  return step.type !== 'perPiece' || step.amount > 0
}

function standingWords({ standing, members }: Incident): string | null {
  if (standing === null || !isAmount(standing)) return null
  const later = members.filter(m => m.open && !m.odd)
  return later.length === 0 ? null : `前面的邻居已经按「${sumOf(standing)}」处理。新来的 ${later.length} 户照这样，点下面的按钮就行。`
}
