import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { clockRulesTrouble } from '../../../../domain/clock/checkClockRules'
import type { ClockName, ClockRule } from '../../../../domain/clock/rules'
import { spoken } from '../../../../domain/clock/shanghai'
import type { ClocksPage, ClocksPreview, Input } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Page } from '../../../components/Page/Page'
import { Done } from '../../../components/States/Done'
import { LeftChanges } from '../../../components/States/LeftChanges'
import { Trouble } from '../../../components/States/Trouble'
import { useNow } from '../../../components/useNow'
import { useKeptChanges } from '../../../outbox/keptChanges'
import { ForKeepers } from '../parts/community/ForKeepers'
import { useKept } from '../parts/community/useKept'
import { ClockList } from '../parts/clocks/ClockList'
import { ClockSheet } from '../parts/clocks/ClockSheet'
import { onTopOf } from '../parts/clocks/clockDraft'
import { PreviewSheet } from '../parts/clocks/PreviewSheet'

type Rules = Input<'saveClocks'>['rules']

/** 说好的时间: every promise, the usual time beside the own one; what a change would do is shown before it is kept. */
export default function Clocks(): ReactNode {
  const kept = useKept()
  const { communityId } = kept
  const asked = useAnswer('showClocks', communityId === null ? null : { communityId })
  /** Changed and not kept yet, with what was looked at then. */
  const changes = useKeptChanges<{ seen: ClocksPage; rules: readonly ClockRule[] }>(communityId === null ? null : `clocks/${communityId}`)
  const [open, setOpen] = useState<ClockName | null>(null)
  const [preview, setPreview] = useState<ClocksPreview | null>(null)
  const { busy, failed, done, send, forget } = useSending()
  const page = asked.data
  const edited = page?.mayEdit ? changes.changed : null
  const rules = edited?.rules ?? page?.rules ?? []
  const wrong = edited && clockRulesTrouble(edited.rules)?.message
  const edit = (next: readonly ClockRule[]) => { forget(); if (page) changes.change({ seen: edited?.seen ?? page, rules: next }) }
  const forgetAll = () => { changes.forget(); setPreview(null); forget() }
  const look = () => void send(async () => {
    if (edited && communityId !== null) setPreview(await call('previewClocks', { communityId, rules: edited.rules as Rules }))
  })
  const save = () => void send(async () => {
    if (!edited || communityId === null) return
    asked.put(await call('saveClocks', { communityId, rules: edited.rules as Rules, seen: edited.seen.version }))
    changes.forget()
    setPreview(null)
  })
  // Somebody else was first: their change stands, and this one is put on top of it, to be looked at again.
  const again = () => void send(async () => {
    if (!edited || communityId === null) return
    const newest = await call('showClocks', { communityId })
    asked.put(newest)
    setPreview(null)
    changes.change({ seen: newest, rules: onTopOf(newest.rules, edited.seen.rules, edited.rules) })
  })
  const behind = failed?.code === 'CHANGED_MEANWHILE'
  const next = behind
    ? <Button kind='primary' label='看最新的，留着我改的' busy={busy} busyLabel='正在看…' onTap={again} />
    : preview ? <Button kind='primary' label='就这样定' busy={busy} busyLabel='正在记…' onTap={save} /> : <Button kind='primary' label='看看改了会怎样' disabled={wrong != null} busy={busy} busyLabel='正在算…' onTap={look} />
  const bar = edited ? (
    <ActionBar>
      {changes.left && <LeftChanges />}
      <Trouble words={failed?.message ?? wrong ?? null} />
      {next}
      <Button kind='quiet' label='不改了' disabled={busy} onTap={forgetAll} />
    </ActionBar>
  ) : done && <ActionBar><Done words='定好了' /></ActionBar>
  return (
    <Page bar={bar}>
      <ForKeepers kept={kept}>
        {() => (
          <Answered asked={asked} cards={4}>
            {data => (
              <>
                <Card>
                  <View>{data.mayEdit ? '这些是对邻居说好的时间，点一条就能改。改了马上算数，正在办的也照新的，还是从那一步开始的时候数起；办完的、已经过了时间的不变。' : '这些是对邻居说好的时间。要改请找团长。'}</View>
                  <View className='soft small clocks__hours'>「有人管的」：只算这里有人管的钟点，没人管的时候停着。</View>
                </Card>
                <ClockList rules={rules} mayEdit={data.mayEdit} onOpen={setOpen} />
                {data.mayEdit && rules.length > 0 && <Button label='全部照平常的来' onTap={() => edit([])} />}
                <Changes changes={data.changes} />
              </>
            )}
          </Answered>
        )}
      </ForKeepers>
      {open && <ClockSheet key={open} clock={open} rules={rules} onChange={edit} onClose={() => setOpen(null)} />}
      {preview && <PreviewSheet preview={preview} onClose={() => { setPreview(null); forget() }} bar={<><Trouble words={failed?.message ?? null} />{next}</>} />}
    </Page>
  )
}

function Changes({ changes }: Pick<ClocksPage, 'changes'>): ReactNode {
  const now = useNow()
  return (
    <Card title='改过几次'>
      {changes.length === 0 && <View className='soft'>还没改过，都照平常的来。</View>}
      {changes.map(({ version, from, by, words }) => (
        <View className='clocks__moved' key={version}>
          <View className='soft'>{spoken(from, now)}{by ? `，${by.party === 'operator' ? '平台' : '团长'}${by.name}` : ''}</View>
          {words.map(w => <View key={w}>{w}</View>)}
        </View>
      ))}
    </Card>
  )
}
