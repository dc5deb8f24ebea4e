import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { CRITERIA } from '../../../../domain/case/reasons'
import { shanghaiDay } from '../../../../domain/clock/shanghai'
import type { CriteriaPage } from '../../../../domain/contract/calls'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh, useAnswer } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { Answered } from '../../../components/Answered/Answered'
import { Button } from '../../../components/Button/Button'
import { Card } from '../../../components/Card/Card'
import { Field } from '../../../components/Field/Field'
import { go } from '../../../components/go'
import { Page } from '../../../components/Page/Page'
import { Sheet } from '../../../components/Sheet/Sheet'
import { Trouble } from '../../../components/States/Trouble'
import { criteriaPage } from '../../../pages/criteria/criteriaPage'
import { ForKeepers } from '../parts/community/ForKeepers'
import { useKept } from '../parts/community/useKept'
import '../parts/case/StepSheet.scss'
import '../parts/routes/RuleList.scss'

type Published = CriteriaPage['criteria'][number]

/** The contract's limit. */
const LONGEST = 60

/** What a community publishes besides what holds everywhere. What is out is not reworded: it is retired, and another one published. */
export default function LeaderCriteria(): ReactNode {
  const kept = useKept()
  const { communityId } = kept
  const asked = useAnswer('showCriteria', communityId === null ? null : { communityId })
  const [words, setWords] = useState('')
  /** Kept until it went, so that the same tap again publishes the same once. */
  const [code, setCode] = useState(drawId)
  const [ending, setEnding] = useState<Published | null>(null)
  const { busy, failed, send, forget } = useSending()
  const publish = () => void send(async () => {
    if (communityId === null) return
    asked.put(await call('publishCriterion', { communityId, code, words: words.trim() }))
    setWords('')
    setCode(drawId())
    refresh('showCase', 'showIncident', 'showReplies')
  })
  const retire = (one: Published) => void send(async () => {
    if (communityId === null) return
    asked.put(await call('retireCriterion', { communityId, code: one.code.slice('own:'.length) }))
    setEnding(null)
    refresh('showCase', 'showIncident', 'showReplies')
  })
  const close = () => { setEnding(null); forget() }
  return (
    <Page>
      <ForKeepers kept={kept}>
        {id => (
          <Answered asked={asked} cards={2}>
            {({ criteria, mayEdit }) => (
              <>
                <Card title='我们小区公布的'>
                  <View className='step-sheet'>
                  <View className='soft'>公布了邻居就能看到，不同意的时候可以选。写了不能改，只能停用再写一条；以前按它定的不变。</View>
                  {criteria.map(c => (
                    <View className='rule-list__one' key={c.code}>
                      <View>{c.words}</View><View className='soft small'>{shanghaiDay(c.since)}公布</View>
                      {mayEdit && <View className='rule-list__acts'><Button narrow kind='quiet' label='停用' spokenLabel={`停用「${c.words}」`} onTap={() => setEnding(c)} /></View>}
                    </View>
                  ))}
                  {mayEdit
                    ? (
                      <View className='step-sheet'>
                        <Field label='再公布一条' value={words} most={LONGEST} placeholder='比如：外叶发黄两片内' trouble={ending === null ? failed?.message : undefined} onChange={setWords} />
                        <Button kind='primary' label='公布' busy={busy} busyLabel='正在公布…' disabled={words.trim() === ''} onTap={publish} />
                      </View>
                    )
                    : <View className='soft'>要改请找团长。</View>}
                  </View>
                </Card>
                <Card title='哪里都一样的'>{Object.values(CRITERIA).map(usual => <View className='rule-list__one' key={usual}>{usual}</View>)}</Card>
                <Button kind='quiet' label='看看邻居看到的' onTap={() => go(criteriaPage(id))} />
              </>
            )}
          </Answered>
        )}
      </ForKeepers>
      <Sheet
        open={ending !== null} title='停用这一条？' onClose={close}
        bar={ending && <><Trouble words={failed?.message} /><Button kind='danger' label='停用' busy={busy} busyLabel='正在停用…' onTap={() => retire(ending)} /><Button kind='quiet' label='先留着' onTap={close} /></>}
      >
        <View>「{ending?.words}」以后不能再用来不同意。以前按它定的不变，邻居看得到它停用了。</View>
      </Sheet>
    </Page>
  )
}
