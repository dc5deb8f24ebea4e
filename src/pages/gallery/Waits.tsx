import { useState, type ReactNode } from 'react'
import { keepOutcome } from '../../cloud/consentOutcome'
import { Board } from '../../components/Board/Board'
import { Button } from '../../components/Button/Button'
import { Card } from '../../components/Card/Card'
import { ConsentWords } from '../../components/ConsentWords/ConsentWords'
import { MessagesLeft } from '../../components/MessagesLeft/MessagesLeft'
import { Progress } from '../../components/Progress/Progress'
import { ProgressCounts } from '../../components/ProgressCounts/ProgressCounts'
import { PrivacySheet } from '../../components/PrivacySheet/PrivacySheet'
import { Section } from '../../components/Section/Section'
import { UndoBar } from '../../components/UndoBar/UndoBar'
import { WaitingToSend } from '../../components/WaitingToSend/WaitingToSend'
import { sampleBoard } from './sampleBoard'
import { sampleWaiting } from './sampleWaiting'
import { Shown } from './Shown'

const nothing = () => undefined
/** So long that it stands still while somebody looks. */
const LONG = 3600_000

/** What waits: for a signal, for ten seconds, for an answer to WeChat's questions. */
export function Waits(): ReactNode {
  const [takesEffect] = useState({ at: LONG, left: LONG })
  const [board] = useState(sampleBoard)
  return (
    <Section title='要等一等的'>
      <Shown as='可以撤回'><UndoBar decided='已同意' takesEffect={takesEffect} acting={false} onUndo={nothing} /></Shown>
      <Shown as='要一会儿'><Progress done={17} of={80} says='正在处理 17/80 户' /></Shown>
      <Shown as='没有信号'><WaitingToSend one={sampleWaiting()} onOpen={nothing} /></Shown>
      <Shown as='没发成'><WaitingToSend one={sampleWaiting({ code: 'CASE_CHANGED', message: '这件事刚刚有了新情况，请看过以后再决定' })} onOpen={nothing} /></Shown>
      <Shown as='没允许消息'><Button label='像没允许那样' onTap={() => keepOutcome('rejected')} /><ConsentWords /></Shown>
      <Shown as='还能收几条消息'><MessagesLeft role='leader' /></Shown>
      <Shown as='进展'><Card><ProgressCounts title='草莓' counts={{ reported: 23, decided: 20, refunded: 6, unpaid: 14, offered: 0, waiting: 3, until: [] }} /></Card></Shown>
      <Shown as='时间看板'><Board board={board} as='operator' only={{}} onOnly={nothing} more={nothing} busy={false} onOpen={nothing} /></Shown>
      {/* Comes up in WeChat only, before the first photo. */}
      <PrivacySheet />
    </Section>
  )
}
