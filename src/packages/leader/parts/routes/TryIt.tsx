import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { yuan } from '../../../../../domain/case/money'
import { ABOUT, ABOUT_CODES, CLASS_CODES, CLASSES, REASONS, type About, type CaseClass, type Reason } from '../../../../../domain/case/reasons'
import type { Answers, Input, RoutesPage } from '../../../../../domain/contract/calls'
import { HOLDERS, RECOVER_FROM } from '../../../../../domain/route/rule'
import { call } from '../../../../cloud/call'
import { useAnswer } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { PickOne } from '../../../../components/PickOne/PickOne'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { fenIn } from '../../../../words/fenIn'
import { reasonsWithin, type Rule } from './ruleDraft'
import '../case/StepSheet.scss'

type Tried = Input<'tryRoute'>['about']

interface TryItProps {
  communityId: string
  /** Somebody of the desk tries it: what waits for the leader is not theirs to list. */
  served: boolean
  page: RoutesPage
  /** As they stand on the screen, kept or not. */
  rules: readonly Rule[]
}

const ANY = ''

/** 试一试: where something would go by the rules on the screen, and which of them decides. Changes nothing. */
export function TryIt({ communityId, served, page, rules }: TryItProps): ReactNode {
  const [of, setOf] = useState<CaseClass>('quality')
  const [reason, setReason] = useState<Reason | typeof ANY>(ANY)
  const [productKey, setProductKey] = useState(ANY)
  const [supplierId, setSupplierId] = useState(ANY)
  const [meant, setMeant] = useState<About>('leader')
  const [typed, setTyped] = useState('')
  const [picking, setPicking] = useState(false)
  const [found, setFound] = useState<Answers['tryRoute'] | null>(null)
  const { busy, failed, send } = useSending()
  const amount = typed.trim() === '' ? 0 : fenIn(typed)
  const ask = (about: Tried) => void send(async () => {
    setFound(null)
    setFound(await call('tryRoute', { communityId, rules: [...rules], about }))
  })
  const askThought = () => {
    if (typeof amount === 'number') ask({ of: 'matter', class: of, amountAsked: amount, ...(of === 'service' ? { about: meant } : {}), ...(reason === ANY ? {} : { reason }), ...(productKey === ANY ? {} : { productKey }), ...(supplierId === ANY ? {} : { supplierId }) })
  }
  return (
    <Card title='试一试：这样的事会到谁那里'>
      <View className='step-sheet'>
        <PickOne what='哪类事' value={of} choices={CLASS_CODES.map(value => ({ value, label: CLASSES[value].says }))} onChoose={chosen => { setOf(chosen); setReason(ANY) }} />
        {reasonsWithin([of]).length > 0 && <PickOne what='原因' value={reason} choices={[{ value: ANY, label: '不管什么原因' }, ...reasonsWithin([of]).map(value => ({ value, label: REASONS[value].says }))]} onChoose={setReason} />}
        {of === 'service' && <PickOne what='说的是谁' value={meant} choices={ABOUT_CODES.map(value => ({ value, label: ABOUT[value] }))} onChoose={setMeant} />}
        {page.products.length > 0 && <PickOne what='商品' value={productKey} choices={[{ value: ANY, label: '随便什么商品' }, ...page.products.map(p => ({ value: p.key, label: `${p.title}${p.spec === '' ? '' : ` ${p.spec}`}` }))]} onChoose={setProductKey} />}
        {page.suppliers.length > 0 && <PickOne what='供货商' value={supplierId} choices={[{ value: ANY, label: '没填供货商' }, ...page.suppliers.map(s => ({ value: s.id, label: s.name }))]} onChoose={setSupplierId} />}
        <Field label='要退多少' value={typed} type='digit' most={9} unit='元' trouble={typeof amount === 'string' ? amount : undefined} onChange={setTyped} />
        <Button label='看会到谁那里' busy={busy} busyLabel='正在看…' disabled={typeof amount === 'string'} onTap={askThought} />
        {!served && <Button kind='quiet' label='拿手上的一件来试' disabled={busy} onTap={() => setPicking(true)} />}
        <Trouble words={failed?.message} />
        {found && <Found found={found} />}
      </View>
      {picking && <PickCase communityId={communityId} onClose={() => setPicking(false)} onChoose={caseId => { setPicking(false); ask({ of: 'case', caseId }) }} />}
    </Card>
  )
}

/** Where it goes, and why. */
export function Found({ found: { route, about } }: { found: Answers['tryRoute'] }): ReactNode {
  return (
    <Card tone='green'>
      <View>{CLASSES[about.class].says}{about.reason === null ? '' : `，${REASONS[about.reason].says}`}{about.title === '' ? '' : `，${about.title}`}{about.amountAsked > 0 ? `，要退 ${yuan(about.amountAsked)}` : ''}</View>
      <View className='step-sheet__question'>{route.looks === null ? '没有别人能看，报不上来' : `先归${route.looks === 'helper' ? '没被点名的帮手' : HOLDERS[route.holder]}`}{route.copySupplier ? '，同时告诉供货商' : ''}；{route.recoverFrom === 'nobody' ? '' : '钱'}{RECOVER_FROM[route.recoverFrom]}</View>
      {about.supplierName === null && <View className='soft'>没填谁供货，所以不归供货商看，钱也没法找供货商。</View>}
      <View className='soft'>按{route.by.own ? '我们小区的' : '平常的'}规则：「{route.by.words}」</View>
    </Card>
  )
}

/** One of those that wait for the leader. */
function PickCase({ communityId, onChoose, onClose }: { communityId: string; onChoose: (caseId: string) => void; onClose: () => void }): ReactNode {
  const inbox = useAnswer('leaderInbox', { communityId, tab: 'mine' })
  return (
    <Sheet open title='拿哪一件试' onClose={onClose}>
      <Answered asked={inbox} cards={1}>
        {({ cards }) => (cards.length === 0
          ? <View className='soft'>现在没有单独等您定的。</View>
          : <ChoiceTiles columns={1} value={null} choices={cards.map(c => ({ value: c.id, label: c.title, hint: c.buyer ?? '' }))} onChoose={onChoose} />)}
      </Answered>
    </Sheet>
  )
}
