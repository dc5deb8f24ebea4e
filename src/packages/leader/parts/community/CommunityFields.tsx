import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { Field } from '../../../../components/Field/Field'
import './CommunityFields.scss'

/** What a leader says of a community. */
export interface AboutCommunity {
  name: string
  leaderName: string
  leaderPhone: string
  /** With an empty one where the next is to be written. */
  pickupPoints: readonly string[]
}

/** The contract's limit. */
const MOST_POINTS = 20
const FIELDS = ['name', 'leaderName', 'leaderPhone']

/** Whether what is wrong stands beside its field. */
export function isInPlace(field: string | undefined): boolean {
  return FIELDS.includes(field ?? '') || field?.startsWith('pickupPoints.') === true
}

interface CommunityFieldsProps {
  title: string
  about: AboutCommunity
  /** What is wrong with one field. */
  failed: { field?: string | undefined; message: string } | null
  onChange: (about: AboutCommunity) => void
}

/** The same fields for opening a community and for changing it. */
export function CommunityFields({ title, about, failed, onChange }: CommunityFieldsProps): ReactNode {
  const inPlace = (field: string) => (failed?.field === field ? failed.message : undefined)
  const points = about.pickupPoints
  const change = (at: number, value: string) => onChange({ ...about, pickupPoints: points.map((p, i) => (i === at ? value : p)) })
  return (
    <>
      <Card title={title}>
        <View className='community-fields'>
          <Field label='小区名' value={about.name} most={30} placeholder='比如 梧桐苑' trouble={inPlace('name')} onChange={name => onChange({ ...about, name })} />
          <Field label='邻居怎么称呼您' value={about.leaderName} most={20} placeholder='比如 陈姐' trouble={inPlace('leaderName')} onChange={leaderName => onChange({ ...about, leaderName })} />
          <Field label='您的手机号（可以不填）' value={about.leaderPhone} type='number' most={11} hint='填了，邻居能一键打给您' trouble={inPlace('leaderPhone')} onChange={leaderPhone => onChange({ ...about, leaderPhone })} />
        </View>
      </Card>
      <Card title='自提点（可以不填）'>
        <View className='community-fields'>
          {points.map((p, i) => <Field key={i} label={`自提点 ${i + 1}`} value={p} most={40} placeholder='比如 南门自提柜' trouble={inPlace(`pickupPoints.${i}`)} onChange={value => change(i, value)} />)}
          {points.length < MOST_POINTS && <Button label='再加一个' spokenLabel='再加一个自提点' onTap={() => onChange({ ...about, pickupPoints: [...points, ''] })} />}
        </View>
      </Card>
    </>
  )
}

export function writtenPoints({ pickupPoints }: AboutCommunity): string[] {
  return pickupPoints.map(p => p.trim()).filter(p => p !== '')
}
