import { useState, type ReactNode } from 'react'
import { Card } from '../../components/Card/Card'
import { ChoiceTiles } from '../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../components/Field/Field'
import { PickOne } from '../../components/PickOne/PickOne'
import { PickSome } from '../../components/PickSome/PickSome'
import { Section } from '../../components/Section/Section'
import { Stars } from '../../components/Stars/Stars'
import { Stepper } from '../../components/Stepper/Stepper'
import { TextArea } from '../../components/TextArea/TextArea'
import { Words } from '../../components/Words/Words'
import { Shown } from './Shown'

const REASONS = [{ value: 'spoiled', label: '坏了、烂了' }, { value: 'damaged', label: '压坏、摔坏了' }, { value: 'missing', label: '少了、没拿到' }, { value: 'underweight', label: '分量不够', hint: '连同秤上的数字一起拍' }]
const DAMAGES = [{ value: 30, label: '一点' }, { value: 50, label: '一半' }, { value: 100, label: '全坏' }]

/** Whatever is filled in or chosen. */
export function Forms(): ReactNode {
  const [typed, setTyped] = useState('12')
  const [said, setSaid] = useState('')
  const [reason, setReason] = useState('spoiled')
  const [some, setSome] = useState(['spoiled'])
  const [damage, setDamage] = useState(50)
  const [stars, setStars] = useState<number | null>(4)
  const [count, setCount] = useState(1)
  return (
    <Section title='填写和选择'>
      <Card>
        <Shown as='一行'><Field label='跟团号' value={typed} hint='下单后团购里写着的那个号，比如 12' onChange={setTyped} /></Shown>
        <Shown as='一行，还空着'><Field label='手机号后四位' value='' placeholder='比如 6027' type='number' onChange={() => undefined} /></Shown>
        <Shown as='一行，带单位'><Field label='退多少' value='12.60' unit='元' type='digit' onChange={() => undefined} /></Shown>
        <Shown as='一行，填错了'><Field label='手机号后四位' value='60' trouble='请填手机号的后四位' onChange={() => undefined} /></Shown>
        <Shown as='几行'><TextArea label='想说的话' value={said} placeholder='想说的话（可以不写）' onChange={setSaid} /></Shown>
        <Shown as='几行，快写满了'><TextArea label='想说的话' value='一打开就是烂的，下面一层都是水。' most={18} onChange={() => undefined} /></Shown>
        <Shown as='现成的话'><Words label='跟对方说一句' value='您好，坏的部分我来退。' phrases={['您好，坏的部分我来退。', '实在不好意思，您挑一个，点了我就办。']} onChange={() => undefined} /></Shown>
      </Card>
      <Card>
        <Shown as='两列'><ChoiceTiles choices={REASONS} value={reason} onChoose={setReason} /></Shown>
        <Shown as='三列'><ChoiceTiles columns={3} choices={DAMAGES} value={damage} onChoose={setDamage} /></Shown>
        <Shown as='一列'><ChoiceTiles columns={1} choices={[{ value: 'all', label: '退 ¥12.60', hint: '按坏的那部分算' }, { value: 'none', label: '不用退，说一声' }]} value='all' onChoose={() => undefined} /></Shown>
        <Shown as='长单子里选一个'><PickOne what='原因' choices={REASONS} value='spoiled' onChoose={() => undefined} /></Shown>
        <Shown as='选几个'><PickSome label='哪些事' choices={REASONS} value={some} onChange={setSome} /></Shown>
        <Shown as='几颗星'><Stars label='快慢' value={stars} onChange={setStars} /></Shown>
        <Shown as='数数'><Stepper label='坏了几件' value={count} most={3} onChange={setCount} /></Shown>
      </Card>
    </Section>
  )
}
