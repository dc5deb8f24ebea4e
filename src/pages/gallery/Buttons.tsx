import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { CopyButton } from '../../components/CopyButton/CopyButton'
import { Section } from '../../components/Section/Section'
import { Tap } from '../../components/Tap/Tap'
import { Shown } from './Shown'

/** Whatever can be tapped and is not a field. */
export function Buttons(): ReactNode {
  const every = (
    <>
      <Shown as='主要'><Button kind='primary' label='发给团长' /></Shown>
      <Shown as='普通'><Button label='东西有问题' /></Shown>
      <Shown as='危险'><Button kind='danger' label='撤销' /></Shown>
      <Shown as='轻'><Button kind='quiet' label='回首页' /></Shown>
    </>
  )
  return (
    <Section title='按钮'>
      {every}
      <Card title='在卡片上'>
        {every}
        <Shown as='正在做'><Button kind='primary' label='同意并退 ¥12.60' busy busyLabel='正在发…' /></Shown>
        <Shown as='还不能点'><Button kind='primary' label='先选退多少' disabled /><Button label='换一个表' disabled /></Shown>
        <Shown as='窄'><View><Button narrow label='看进展' /></View></Shown>
        <Shown as='复制'><View><CopyButton words='¥12.60' /></View></Shown>
        <Shown as='打电话'><CallLeader community={{ leaderName: '陈姐', leaderPhone: '15400000000' }} /></Shown>
        <Shown as='没留电话'><CallLeader community={{ leaderName: '陈姐', leaderPhone: '' }} /></Shown>
        <Shown as='整块可点'><Tap label='看更早的消息' onTap={() => undefined}>看更早的消息</Tap></Shown>
      </Card>
    </Section>
  )
}
