import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, useState, type PropsWithChildren, type ReactNode } from 'react'
import { yuan } from '../../../../domain/case/money'
import { spoken } from '../../../../domain/clock/shanghai'
import { exportSays } from '../../../../domain/orders/exportSays'
import type { Answers, Input } from '../../../../domain/contract/calls'
import { readKept, writeKept } from '../../../cloud/kept'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSheet } from '../../../cloud/useSheet'
import { useTogether } from '../../../cloud/useTogether'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { go, goOnlyTo } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Portion } from '../../../components/Portion/Portion'
import { Section } from '../../../components/Section/Section'
import { Empty } from '../../../components/States/Empty'
import { Trouble } from '../../../components/States/Trouble'
import { useNow } from '../../../components/useNow'
import { PaidSheet } from '../parts/case/PaidSheet'
import { useCommunity } from '../parts/community/useCommunity'
import { DecidedTogether } from '../parts/DecidedTogether'
import { RefundRow } from '../parts/refunds/RefundRow'
import './index.scss'

type Sheet = Answers['refundSheet']
type Row = Sheet['rows'][number]

/** Shown at first: more make a page of a cheap phone slow. */
const FIRST = 30

/** So that it is not asked for in the very millisecond that it changes. ms */
const A_MOMENT = 200

/** 退款表: what is to be refunded in the other app, ticked off one by one, said to be done for all of them at once. */
export default function Refunds(): ReactNode {
  const groupBuyId = useRouter().params.groupBuy ?? null
  const { community } = useCommunity()
  const asked = useAnswer('refundSheet', groupBuyId === null ? null : { groupBuyId })
  const together = useTogether(`refunds.${groupBuyId ?? ''}`)
  const [ticked, tick] = useTicks(groupBuyId ?? '')
  const [paying, setPaying] = useState(false)
  if (groupBuyId === null) return <Page><Empty title='没看到是哪个团'><Button kind='primary' label='回我的团' onTap={() => goOnlyTo('/packages/leader/groupBuys/index')} /></Empty></Page>

  const due = asked.data?.rows.filter(r => r.due > 0) ?? []
  const done = due.filter(r => ticked.has(r.orderId))
  const sum = total(done)
  const pay = (step: Extract<Input<'decideTogether'>['step'], { type: 'payRefund' }>) => {
    if (!community) return
    setPaying(false)
    together.decide({ communityId: community.communityId, step, cases: done.flatMap(r => r.cases.filter(c => c.money === 'due').map(c => ({ caseId: c.caseId, seen: r.seen[c.caseId] ?? 1 }))) })
  }
  const paid = together.view?.phase === 'done' && !together.working && together.trouble === null
  const deciding = !paid && (together.view !== null || together.working || together.trouble !== null)
  return (
    <Page
      wide
      bar={deciding
        ? <DecidedTogether together={together} bar />
        : due.length > 0 && <ActionBar><Button kind='primary' label={done.length === 0 ? '退好一户，勾一户' : `这 ${done.length} 户退好了，共 ${yuan(sum)}`} disabled={done.length === 0 || !community} onTap={() => setPaying(true)} /></ActionBar>}
    >
      <Answered asked={asked}>
        {sheet => (
          <View className='refunds'>
            <Summary sheet={sheet} groupBuyId={groupBuyId} done={done}>{sheet.rows.length > 0 && <Download groupBuyId={groupBuyId} />}</Summary>
            {sheet.pending && <Pending pending={sheet.pending} onOver={() => void asked.again()} />}
            {paid && <DecidedTogether together={together} brief />}
            {deciding && <DecidedTogether together={together} />}
            <Wrong sheet={sheet} />
            {!deciding && <ToPay rows={due} ticked={ticked} onTick={tick} />}
            <Looked sheet={sheet} />
          </View>
        )}
      </Answered>
      <PaidSheet open={paying} amount={sum} many={done.flatMap(r => r.cases).length > 1} onClose={() => setPaying(false)} busy={together.working} said={null} onSend={pay} />
    </Page>
  )
}

/** Ticks of refunds made in the other app, kept on the phone: nobody remembers after a call which ones were done. */
function useTicks(groupBuyId: string): [ReadonlySet<string>, (orderId: string) => void] {
  const key = `refunds.${groupBuyId}`
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(readKept<string[]>(key)))
  return [ticked, orderId => {
    const next = ticked.has(orderId) ? [...ticked].filter(id => id !== orderId) : [...ticked, orderId]
    writeKept(key, next)
    setTicked(new Set(next))
  }]
}

function Download({ groupBuyId }: { groupBuyId: string }): ReactNode {
  const { busy, said, fetch } = useSheet()
  return (
    <>
      <Trouble words={said} />
      <Button label='下载退款表' busy={busy} busyLabel='正在做表…' onTap={() => fetch('refundSheetFile', { groupBuyId })} />
    </>
  )
}

/** What was decided a moment ago is to be paid once it can no longer be taken back. */
function Pending({ pending: { cases, left }, onOver }: { pending: NonNullable<Sheet['pending']>; onOver: () => void }): ReactNode {
  useEffect(() => {
    const timer = setTimeout(onOver, left + A_MOMENT)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same wait, however often the page is drawn
  }, [cases, left])
  return <Card>还有 {cases} 笔是刚定的，再过几秒不能撤回了，就会出现在这里。</Card>
}

function exportWords({ rows, exportedAt }: Sheet, now: number): string {
  const when = exportedAt === null ? '' : spoken(exportedAt, now)
  switch (exportSays(rows, exportedAt)) {
    case 'none': return '导入新的订单表，就能核对退款。'
    case 'nothingPaid': return `订单表是${when}导入的。退完以后再导一次新的，就能核对。`
    case 'older': return `订单表是${when}导入的，那时还没退。导入新的就能核对。`
    case 'checked': return `${when}导入的订单表，已经跟退款核对。`
  }
}

function Summary({ sheet, groupBuyId, done, children }: PropsWithChildren<{ sheet: Sheet; groupBuyId: string; done: readonly Row[] }>): ReactNode {
  const now = useNow()
  const due = sheet.rows.filter(r => r.due > 0)
  return (
    <Card>
      <View className='group-buy__title'>{sheet.title}</View>
      <View>{due.length === 0 ? '没有要退的了。' : `还有 ${due.length} 户要退，一共 ${yuan(total(due))}；勾了 ${done.length} 户，${yuan(total(done))}。`}</View>
      <View className='soft'>{exportWords(sheet, now)}</View>
      <View className='refunds__ways'>
        <Button label='导入新的订单表来核对' onTap={() => go(`/packages/leader/import/index?refunds=${encodeURIComponent(groupBuyId)}`)} />
        {children}
      </View>
    </Card>
  )
}

function ToPay({ rows, ticked, onTick }: { rows: readonly Row[]; ticked: ReadonlySet<string>; onTick: (orderId: string) => void }): ReactNode {
  if (rows.length === 0) return null
  const doubtful = rows.filter(r => r.difference > 0)
  const plain = rows.filter(r => r.difference === 0)
  const one = (row: Row) => <RefundRow key={row.orderId} row={row} ticked={ticked.has(row.orderId)} onTick={() => onTick(row.orderId)} />
  return (
    <>
      {doubtful.length > 0 && <Section title='先核对：跟订单表对不上'><View className='refunds__list'>{doubtful.map(one)}</View></Section>}
      {plain.length > 0 && <Section title='要退的'><Portion of={plain} first={FIRST} more={left => `看后面的（还有 ${left} 户）`}>{some => <View className='refunds__list'>{some.map(one)}</View>}</Portion></Section>}
    </>
  )
}

/** What the newest export confirms of what was paid, as numbers. What it does not stands above. */
function Looked({ sheet: { rows } }: { sheet: Sheet }): ReactNode {
  const [confirmed, waiting] = [paidAnd(rows, 'confirmed'), paidAnd(rows, 'paid')]
  if (confirmed.length + waiting.length === 0) return null
  return (
    <Section title='退过的，跟订单表核对'>
      {confirmed.length > 0 && <Card tone='green'>✓ {confirmed.length} 户对上了，一共退了 {yuan(confirmed.reduce((sum, r) => sum + r.paid, 0))}</Card>}
      {waiting.length > 0 && <Card>{waiting.length} 户说退好了，等下次导入订单表核对</Card>}
    </Section>
  )
}

/** What the newest export says against what was paid from here: first of all, because somebody waits for it, or has it twice. */
function Wrong({ sheet: { rows } }: { sheet: Sheet }): ReactNode {
  const wrong = [...paidAnd(rows, 'missing'), ...paidAnd(rows, 'moreThanPaid')]
  return wrong.length === 0 ? null : <Section title={`跟订单表对不上的 ${wrong.length} 户`}><View className='refunds__list'>{wrong.map(r => <RefundRow key={r.orderId} row={r} />)}</View></Section>
}

function paidAnd(rows: readonly Row[], state: Row['state']): Row[] {
  return rows.filter(r => r.state === state && r.due === 0)
}

function total(rows: readonly Row[]): number {
  return rows.reduce((sum, r) => sum + r.due, 0)
}
