import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { LinkAnswer } from '../../../../domain/contract/calls'
import { askConsent } from '../../../cloud/askConsent'
import { call } from '../../../cloud/call'
import { refresh } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { newsWords } from './newsWords'
import { bundlePage } from './whereTo'

interface JoinLinkProps {
  token: string
  link: LinkAnswer
  /** How this person is called elsewhere; '' when nobody knows. */
  name: string
  onAgain: () => Promise<void>
}

/** What a live link offers: to be the first, to ask the first, or to go on to what it opens. */
export function JoinLink({ token, link, name: known, onAgain }: JoinLinkProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const [joined, setJoined] = useState<{ supplierId: string; groupBuyId: string | null } | null>(null)
  const { busy, failed: lastFailed, send } = useSending()
  const [tried, setTried] = useState<'accept' | 'ask' | null>(null)
  const name = typed ?? known
  const accept = () => {
    // First thing in the tap, WeChat allows it nowhere else; whatever is answered, the link is taken.
    void askConsent('supplier')
    setTried('accept')
    void send(async () => {
      setJoined(await call('acceptInvitation', { token, name: name.trim() }))
      refresh('whoAmI', 'supplierCases', 'showBundle')
    }).then(done => { if (!done) void onAgain() })
  }
  const ask = () => {
    void askConsent('supplier')
    setTried('ask')
    void send(async () => {
      await call('askToJoin', { token, name: name.trim() })
      await onAgain()
    })
  }
  const going = (label: string, to: Parameters<typeof bundlePage>[0], says: ReactNode) => (
    <Page bar={<ActionBar><Button kind='primary' label={label} onTap={() => goOnlyTo(bundlePage(to))} /></ActionBar>}>{says}</Page>
  )
  if (joined !== null) {
    return going('去看看有没有要回话的', joined, <Card tone='green' title={`✓ 您现在替「${link.supplierName}」回话了`}>东西有人反映问题时，会出现在「要回话的」里{newsWords()}。</Card>)
  }
  if (link.state === 'member') {
    return going('打开', link.bundle, <Card tone='green' title={`您在替「${link.supplierName}」回话`}>{link.groupBuyTitle ?? '要您回话的'}，点下面打开。</Card>)
  }
  if (link.state === 'asked') {
    return <Page bar={<ActionBar><Button label='再看看同意了没有' onTap={() => void onAgain()} /></ActionBar>}><Card tone='amber' title='等那边同意'>已经有人在替「{link.supplierName}」回话，您的名字发给他了。他点了同意，您这里就能打开；也可以打电话催一下。</Card></Page>
  }
  const first = link.state === 'open'
  // Who comes second is told so by the page, which then offers another way: why accepting failed is no news beside it.
  const failed = tried === 'accept' && !first ? null : lastFailed
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={failed?.field === 'name' ? null : failed?.message} />
          <Button kind='primary' label={first ? '接受邀请' : '请他同意我加入'} disabled={name.trim() === ''} busy={busy} busyLabel='正在发…' onTap={first ? accept : ask} />
        </ActionBar>
      )}
    >
      <Card title={first ? '团长请您来回话' : `已经有人在替「${link.supplierName}」回话`}>
        <View className='join'>
          <View>{link.communityName} · 团长{link.leaderName}{link.groupBuyTitle !== null && ` · ${link.groupBuyTitle}`}</View>
          {first
            ? <View>您替「{link.supplierName}」供的东西有邻居反映问题时，照片和要您承担的钱会直接给您看，不用在群里一张张翻。</View>
            : <View>{link.state === 'refused' ? '! 他没有同意。弄错了的话，可以再请他一次。' : '这个链接他先点了。您也是他们家的人，就请他同意您加入。'}</View>}
          <View className='soft'>您看不到是哪家居民；居民的钱由团长先退。</View>
          <Field label='怎么称呼您' value={name} most={20} placeholder='比如 老李' trouble={failed?.field === 'name' ? failed.message : undefined} onChange={setTyped} />
        </View>
      </Card>
      <Button kind='quiet' label='先不接，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </Page>
  )
}
