import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ChannelsPage, Input, RobotView } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { useSending } from '../../../cloud/useSending'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Trouble } from '../../../components/States/Trouble'
import './channels.scss'

interface RobotCardProps {
  place: Input<'setRobot'>['place']
  robot: RobotView
  onChanged: (page: ChannelsPage) => void
}

/** The robot of a group: put there, tried, taken away. Of its address only the end is shown. */
export function RobotCard({ place, robot: { placeName, keyEnd, gone }, onChanged }: RobotCardProps): ReactNode {
  const { busy, failed, send, forget } = useSending()
  const [written, setWritten] = useState('')
  const [changing, setChanging] = useState(false)
  const [tried, setTried] = useState(false)
  const asks = keyEnd === null || changing
  const keep = () => void send(async () => {
    onChanged(await call('setRobot', { place, key: written.trim() }))
    setWritten('')
    setChanging(false)
    setTried(false)
  })
  const say = () => void send(async () => {
    setTried(false)
    onChanged(await call('testRobot', { place }))
    setTried(true)
  })
  const remove = () => void send(async () => {
    onChanged(await call('removeRobot', { place }))
    setTried(false)
  })
  return (
    <Card title={`「${placeName}」的群机器人`}>
      <View className='channels__card'>
        <View>发到企业微信的群里，只说有几件、是什么、什么时候前，不会有邻居的名字、电话和说的话。一分钟最多 20 句，多了合成一句。</View>
        {keyEnd !== null && <View>{gone ? '! 企业微信说没有这个机器人了，' : '连着的机器人'}地址结尾是 {keyEnd}</View>}
        {tried && <View>✓ 说了一句，去群里看看</View>}
        {asks && <Field label='机器人的 Webhook 地址' value={written} most={200} placeholder='粘贴在这里' hint='企业微信的群里点机器人，复制它的地址' trouble={failed?.field === 'key' ? failed.message : undefined} onChange={value => { setWritten(value); forget() }} />}
        <Trouble words={failed && failed.field !== 'key' ? failed.message : null} />
        {asks && <Button kind='primary' label='就用它' busy={busy} busyLabel='正在记…' disabled={written.trim() === ''} onTap={keep} />}
        {!asks && <Button kind='primary' label='说一句试试' busy={busy} busyLabel='正在说…' onTap={say} />}
        {!asks && <Button label='换一个机器人' disabled={busy} onTap={() => { setChanging(true); forget() }} />}
        {!asks && <Button kind='quiet' label='不发到这个群了' disabled={busy} onTap={remove} />}
        {changing && <Button kind='quiet' label='还用原来的' disabled={busy} onTap={() => { setChanging(false); setWritten(''); forget() }} />}
      </View>
    </Card>
  )
}
