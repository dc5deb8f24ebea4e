import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Answers } from '../../../domain/contract/calls'
import { askConsent } from '../../cloud/askConsent'
import { call } from '../../cloud/call'
import { useAnswer } from '../../cloud/useAnswer'
import { useSending } from '../../cloud/useSending'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { go, goOnlyTo } from '../../components/go'
import { Page } from '../../components/Page/Page'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Empty } from '../../components/States/Empty'
import { Trouble } from '../../components/States/Trouble'
import { householdOf } from '../../words/householdOf'
import './index.scss'

type Question = Answers['showAsk']

/** 您家的好吗: one tap says that it is, the other goes straight on to the photo. */
export default function AskPage(): ReactNode {
  const askId = useRouter().params.id ?? null
  const asked = useAnswer('showAsk', askId === null ? null : { askId })
  const { busy, failed, send } = useSending()
  if (askId === null) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回首页' onTap={() => goOnlyTo('/pages/home/index')} /></Empty></Page>

  const say = (question: Question, answer: 'fine' | 'bad') => {
    // Asked first thing in the tap: WeChat allows it nowhere else.
    if (answer === 'bad') void askConsent('resident')
    void send(async () => {
      await call('answerAsk', { askId, answer })
      asked.put({ ...question, answer })
      if (answer === 'bad') report(question)
    })
  }
  const { data } = asked
  return (
    <Page bar={data && <Ways question={data} busy={busy} said={failed?.message ?? null} onSay={answer => say(data, answer)} />}>
      <Answered asked={asked} cards={1}>
        {question => (
          <View className='ask'>
            <Card>
              <View className='ask__goods'>
                <ProductTile title={question.title} />
                <View>
                  <View className='ask__title'>{question.title}</View>
                  <View className='soft'>{[question.spec, question.groupBuyTitle].filter(w => w !== '').join(' · ')}</View>
                  <View className='soft'>{householdOf(question)}</View>
                </View>
              </View>
            </Card>
            {question.openCaseId !== null
              ? <Empty title='您家已经反映过了' hint='团长看到了，处理好会告诉您。' />
              : question.answer === 'fine'
                ? <Empty title='好的，团长知道了' hint='过后发现不对，回来点「有问题」就行。' />
                : <View className='ask__words'>有邻居说这一批不太好。您家的看一眼：好的点「好的」，不好就拍一张。</View>}
            <CallLeader community={question.community} />
          </View>
        )}
      </Answered>
    </Page>
  )
}

function Ways({ question, busy, said, onSay }: { question: Question; busy: boolean; said: string | null; onSay: (answer: 'fine' | 'bad') => void }): ReactNode {
  if (question.openCaseId !== null) return <ActionBar><Button kind='primary' label='看处理到哪了' onTap={() => go(`/pages/case/index?id=${question.openCaseId ?? ''}`)} /></ActionBar>
  return (
    <ActionBar row>
      <Trouble words={said} />
      <Button kind='danger' label='有问题，拍一张' busy={busy} onTap={() => onSay('bad')} />
      {question.answer !== 'fine' && <Button kind='primary' label='我家的好的' busy={busy} onTap={() => onSay('fine')} />}
      {question.answer === 'fine' && <Button label='回首页' onTap={() => goOnlyTo('/pages/home/index')} />}
    </ActionBar>
  )
}

function report({ orderId, lineId }: Question): void {
  go(`/pages/file/index?order=${encodeURIComponent(orderId)}&line=${encodeURIComponent(lineId)}`)
}
