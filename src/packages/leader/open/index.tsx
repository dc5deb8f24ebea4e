import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh } from '../../../cloud/useAnswer'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { Page } from '../../../components/Page/Page'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { useSending } from '../../../cloud/useSending'
import './index.scss'

/** The contract's limit. */
const MOST_POINTS = 20
const FIELDS = ['name', 'leaderName', 'leaderPhone']

/** Opens a community: whoever does leads it. */
export default function OpenCommunity(): ReactNode {
  // Drawn once: however often it is tapped, one community is opened.
  const [communityId] = useState(drawId)
  const [name, setName] = useState('')
  const [leaderName, setLeaderName] = useState('')
  const [leaderPhone, setLeaderPhone] = useState('')
  const [points, setPoints] = useState<readonly string[]>([''])
  const { busy, failed, send } = useSending()
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  const elsewhere = failed && !FIELDS.includes(failed.field ?? '') ? failed.message : null
  const open = () => void send(async () => {
    const pickupPoints = points.map(p => p.trim()).filter(p => p !== '')
    await call('openCommunity', { communityId, name: name.trim(), leaderName: leaderName.trim(), leaderPhone: leaderPhone.trim(), pickupPoints })
    refresh('whoAmI')
    goOnlyTo(`/packages/leader/inbox/index?community=${communityId}`)
  })
  const change = (at: number, value: string) => setPoints(all => all.map((p, i) => (i === at ? value : p)))
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={elsewhere} />
          <Button kind='primary' label='开通' disabled={name.trim() === '' || leaderName.trim() === ''} busy={busy} busyLabel='正在开通…' onTap={open} />
        </ActionBar>
      )}
    >
      <Card title='给小区开通'>
        <View className='open-community'>
          <Field label='小区名' value={name} most={30} placeholder='比如 梧桐苑' trouble={inPlace('name')} onChange={setName} />
          <Field label='邻居怎么称呼您' value={leaderName} most={20} placeholder='比如 陈姐' trouble={inPlace('leaderName')} onChange={setLeaderName} />
          <Field label='您的手机号（可以不填）' value={leaderPhone} type='number' most={11} hint='填了，邻居能一键打给您' trouble={inPlace('leaderPhone')} onChange={setLeaderPhone} />
        </View>
      </Card>
      <Card title='自提点（可以不填）'>
        <View className='open-community'>
          {points.map((p, i) => <Field key={i} label={`自提点 ${i + 1}`} value={p} most={40} placeholder='比如 南门自提柜' trouble={inPlace(`pickupPoints.${i}`)} onChange={value => change(i, value)} />)}
          {points.length < MOST_POINTS && <Button label='再加一个' spokenLabel='再加一个自提点' onTap={() => setPoints(all => [...all, ''])} />}
        </View>
      </Card>
      <Button kind='quiet' label='先不开通，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </Page>
  )
}
