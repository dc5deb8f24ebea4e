import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers, Input } from '../../../../../domain/contract/calls'
import { DO_THIS, DO_THIS_CODES, type DoThis } from '../../../../../domain/hazard/warning'
import { askConsent } from '../../../../cloud/askConsent'
import { call } from '../../../../cloud/call'
import { refresh, useAnswer } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { ActionBar } from '../../../../components/ActionBar/ActionBar'
import { Answered } from '../../../../components/Answered/Answered'
import { Button } from '../../../../components/Button/Button'
import { Card } from '../../../../components/Card/Card'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Page } from '../../../../components/Page/Page'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { TextArea } from '../../../../components/TextArea/TextArea'
import { useKeptWords } from '../../../../outbox/keptWords'
import './warning.scss'

/** As the contract has it. */
const MOST_WORDS = 60

interface StartProps {
  batch: Input<'previewWarning'>
  caseId: string | null
  /** It is out, or was already. */
  onOut: (warningId: string) => void
  /** Another product; null where this one was named. */
  onOther: (() => void) | null
}

/** What is wrong and what to do, and before it goes out how many households it reaches. */
export function Start({ batch, caseId, onOut, onOther }: StartProps): ReactNode {
  const asked = useAnswer('previewWarning', batch)
  const [words, setWords] = useKeptWords(`warning/${batch.groupBuyId}/${batch.productId}`)
  const [doThis, setDoThis] = useState<DoThis>('keepAside')
  const [sure, setSure] = useState(false)
  const { busy, failed, send } = useSending()
  const said = words.trim()
  const start = () => {
    // First thing in the tap: WeChat allows it nowhere else.
    void askConsent('leader')
    void send(async () => {
      const { id } = await call('startWarning', { ...batch, words: said, doThis, ...(caseId === null ? {} : { caseId }) })
      setWords('')
      refresh('listGroupBuys', 'showWarning', 'showArrival', 'residentHome')
      onOut(id)
    })
  }
  const { data } = asked
  return (
    <Page bar={data && (
      <ActionBar>
        {data.warningId !== null
          ? <Button kind='primary' label='已经叫停了，看谁还不知道' onTap={() => onOut(data.warningId ?? '')} />
          : <Button kind='danger' label={said === '' ? '先写一句哪里有危险' : `告诉 ${data.households} 户先别吃、先别用`} disabled={said === ''} onTap={() => setSure(true)} />}
        {onOther !== null && <Button kind='quiet' label='不是这件，重新选' onTap={onOther} />}
      </ActionBar>
    )}>
      <Answered asked={asked} cards={2}>
        {preview => (
          <View className='leader-warning'>
            <Card>
              <View className='leader-warning__title'>{preview.title}{preview.spec !== '' && ` · ${preview.spec}`}</View>
              <Whom preview={preview} />
            </Card>
            {preview.warningId === null && (
              <>
                <Card title='哪里有危险？'><TextArea label='哪里有危险' value={words} most={MOST_WORDS} placeholder='比如 有人吃出玻璃渣' onChange={setWords} /></Card>
                <Card title='让邻居怎么做？'><ChoiceTiles columns={1} value={doThis} choices={DO_THIS_CODES.map(value => ({ value, label: DO_THIS[value] }))} onChoose={setDoThis} /></Card>
              </>
            )}
          </View>
        )}
      </Answered>
      {data && (
        <Sheet open={sure} title='马上告诉所有买过的人？' onClose={() => setSure(false)} bar={<><Trouble words={failed?.message} /><Button kind='danger' label={`马上告诉 ${data.households} 户`} busy={busy} busyLabel='正在告诉…' onTap={start} /></>}>
          <View className='leader-warning'>
            <View className='leader-warning__many'>{data.households} 户</View>
            <Whom preview={data} />
            <View>「{data.title}」{said}。{DO_THIS[doThis]}</View>
            <View>发出去以后，这件东西先不发货{data.hasSupplier ? '，供货商也会收到' : ''}。之后可以解除，记录一直留着。</View>
          </View>
        </Sheet>
      )}
    </Page>
  )
}

function Whom({ preview: { households, here, groupBuys } }: { preview: Answers['previewWarning'] }): ReactNode {
  return (
    <>
      <View>{households} 户买过{groupBuys.length > 1 ? `，${groupBuys.length} 个团里都有` : ''}。{here} 户在小程序里，马上收到消息；{households - here} 户要发卡片到群里，或者一户户打电话。</View>
      {groupBuys.length > 1 && <View className='soft small'>{groupBuys.map(g => g.title).join('、')}</View>}
    </>
  )
}
