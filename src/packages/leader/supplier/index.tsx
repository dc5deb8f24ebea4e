import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { spoken } from '../../../../domain/clock/shanghai'
import type { SupplierAnswer } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { ChoiceTiles } from '../../../components/ChoiceTiles/ChoiceTiles'
import { Members } from '../../../components/Members/Members'
import { Page } from '../../../components/Page/Page'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { useNow } from '../../../components/useNow'
import { InviteSheet } from '../parts/groupBuys/InviteSheet'
import { useInvitation } from '../parts/groupBuys/useInvitation'
import { RemoveSheet } from '../parts/supplier/RemoveSheet'

/** A supplier as its leader settles with it: at cost or at retail, who acts for it, which links still open something. */
export default function LeaderSupplier(): ReactNode {
  const supplierId = useRouter().params.id
  const asked = useAnswer('showSupplier', supplierId ? { supplierId } : null)
  const sending = useSending()
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null)
  const invitation = useInvitation('')
  useShareAppMessage(() => invitation.share ?? { title: '团后', path: '/pages/home/index' })
  if (!supplierId) return <Page><Empty title='没看到是哪家供货商'><Button kind='primary' label='回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>
  const change = (what: () => Promise<unknown>) => sending.send(async () => {
    await what()
    refresh('showSupplier', 'listGroupBuys', 'showBundle')
  })
  return (
    <Page wide>
      <Answered asked={asked} cards={3}>
        {answer => (
          <>
            <Trouble words={sending.failed?.message} />
            <Section title={`跟「${answer.name}」怎么算`}>
              <ChoiceTiles
                columns={1} value={answer.recoverAt}
                choices={[{ value: 'retail', label: '按零售价', hint: '邻居退多少，他承担多少' }, { value: 'cost', label: '按进价', hint: '按您进货的价钱算；商品清单里没有进价的，先按零售价' }]}
                onChoose={recoverAt => { if (recoverAt !== answer.recoverAt) void change(() => call('agreeOnRecovery', { supplierId, recoverAt })) }}
              />
              <ChoiceTiles
                columns={1} value={answer.silenceAdmits ? 'admits' : 'asks'}
                choices={[{ value: 'asks', label: '到时间没回话，您再找他', hint: '不说话不算认' }, { value: 'admits', label: '到时间没回话，算他认了', hint: '跟他说好了再选；每一件到时间前他都看得到这句' }]}
                onChoose={silence => { if ((silence === 'admits') !== answer.silenceAdmits) void change(() => call('agreeOnSilence', { supplierId, admits: silence === 'admits' })) }}
              />
              <View className='soft'>从现在起新反映的照这个算，已经反映的不变。</View>
            </Section>
            <Section title='谁在回话'>
              <Card>
                <Members members={answer.members} asking={answer.asking} busy={sending.busy} onAnswer={(requestId, yes) => void change(() => call('answerJoin', { requestId, yes }))} onRemove={setRemoving} />
              </Card>
              <Button label='再发一个链接' onTap={() => invitation.make({ id: supplierId, name: answer.name })} />
            </Section>
            <Section title='还能打开的链接'><Links links={answer.links} busy={sending.busy} onRevoke={linkId => void change(() => call('revokeLink', { linkId }))} /></Section>
          </>
        )}
      </Answered>
      <RemoveSheet
        member={removing} onClose={() => setRemoving(null)} busy={sending.busy} said={sending.failed?.message ?? null}
        onRemove={memberId => void change(() => call('removeMember', { supplierId, memberId })).then(done => { if (done) setRemoving(null) })}
      />
      <InviteSheet invitation={invitation} />
    </Page>
  )
}

function Links({ links, busy, onRevoke }: { links: SupplierAnswer['links']; busy: boolean; onRevoke: (linkId: string) => void }): ReactNode {
  const now = useNow()
  if (links.length === 0) return <Card>没有。发出去的都过期了，或者收回了。</Card>
  return (
    <Card>
      <View className='members'>
        {links.map(l => (
          <View key={l.id} className='members__one'>
            <View className='members__name'>
              <View>{l.groupBuyTitle ?? '不限哪个团'} · {spoken(l.createdAt, now)}发的</View>
              <View className={`small ${l.used ? 'soft' : 'amber'}`}>{l.used ? '有人接了；转给同事的，要他们同意才能进' : `还没有人点，${spoken(l.expiresAt, now)}以前有效`}</View>
            </View>
            <Button narrow kind='quiet' label='收回' spokenLabel={`收回${spoken(l.createdAt, now)}发的链接`} disabled={busy} onTap={() => onRevoke(l.id)} />
          </View>
        ))}
      </View>
    </Card>
  )
}
