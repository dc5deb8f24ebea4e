import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { checkRules } from '../../../../domain/route/checkRules'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Done } from '../../../components/States/Done'
import { LeftChanges } from '../../../components/States/LeftChanges'
import { Trouble } from '../../../components/States/Trouble'
import { useKeptChanges } from '../../../outbox/keptChanges'
import { ForKeepers } from '../parts/community/ForKeepers'
import { useKept } from '../parts/community/useKept'
import { RuleList } from '../parts/routes/RuleList'
import { RuleSheet } from '../parts/routes/RuleSheet'
import { TryIt } from '../parts/routes/TryIt'
import { UsualRules } from '../parts/routes/UsualRules'
import { draftOf, emptyDraft, moved, type Rule, type RuleDraft } from '../parts/routes/ruleDraft'
import './index.scss'

/** Where cases go: the community's own rules, the usual ones below, and a place to try them before they are kept. */
export default function Routes(): ReactNode {
  const kept = useKept()
  const { communityId } = kept
  const asked = useAnswer('showRoutes', communityId === null ? null : { communityId })
  /** Changed and not kept yet, with the version it was changed from. */
  const changes = useKeptChanges<{ version: number; rules: readonly Rule[] }>(communityId === null ? null : `routes/${communityId}`)
  const [open, setOpen] = useState<{ draft: RuleDraft; isNew: boolean } | null>(null)
  const { busy, failed, done, send, forget } = useSending()
  const page = asked.data
  const edited = page ? changes.changed : null
  const rules = edited?.rules ?? (page?.rules as readonly Rule[] | undefined) ?? []
  const checked = checkRules(rules, { hasDesk: page?.hasDesk ?? false })
  const wrong = 'refusal' in checked ? checked.refusal.message : undefined
  const edit = (next: readonly Rule[]) => { forget(); changes.change({ version: edited?.version ?? page?.version ?? 0, rules: next }) }
  const save = () => void send(async () => {
    if (edited === null || communityId === null) return
    asked.put(await call('saveRoutes', { communityId, version: edited.version, rules: [...edited.rules] }))
    changes.forget()
  })
  const startAgain = () => { changes.forget(); forget(); void asked.again() }
  const bar = edited ? (
    <ActionBar>
      {changes.left && <LeftChanges />}
      <Trouble words={failed?.message ?? wrong} />
      {failed?.code === 'CHANGED_MEANWHILE' ? <Button kind='primary' label='看最新的' onTap={startAgain} /> : <Button kind='primary' label='记下来' disabled={wrong !== undefined} busy={busy} busyLabel='正在记…' onTap={save} />}
      <Button kind='quiet' label='不改了' disabled={busy} onTap={startAgain} />
    </ActionBar>
  ) : done && <ActionBar><Done words='记下了' /></ActionBar>
  return (
    <Page wide bar={bar}>
      <ForKeepers kept={kept}>
        {id => (
          <Answered asked={asked} cards={2}>
            {data => (
              <View className='routes'>
                <View className='routes__rules'>
                  <RuleList
                    page={data} rules={rules} warnings={'warnings' in checked ? checked.warnings : []} onAdd={() => setOpen({ draft: emptyDraft(drawId()), isNew: true })} onChange={rule => setOpen({ draft: draftOf(rule), isNew: false })}
                    onForward={at => edit(moved(rules, at))}
                  />
                  <UsualRules />
                </View>
                <View className='routes__try'><TryIt communityId={id} served={kept.served} page={data} rules={rules} /></View>
              </View>
            )}
          </Answered>
        )}
      </ForKeepers>
      {open && page && (
        <RuleSheet
          key={open.draft.id} first={open.draft} isNew={open.isNew} page={page} onClose={() => setOpen(null)}
          onDone={rule => { edit(open.isNew ? [...rules, rule] : rules.map(r => (r.id === rule.id ? rule : r))); setOpen(null) }}
          onDelete={() => { edit(rules.filter(r => r.id !== open.draft.id)); setOpen(null) }}
        />
      )}
    </Page>
  )
}
