import Taro from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { Answers, BoughtLine } from '../../../domain/contract/calls'
import { Button } from '../../components/Button/Button'
import { CallLeader } from '../../components/CallLeader/CallLeader'
import { Card } from '../../components/Card/Card'
import { goOnlyTo } from '../../components/go'
import { filingPage } from '../file/filingPage'
import { Bought } from '../home/Bought'
import { severalHouseholds } from '../home/severalHouseholds'

type GroupBuy = Answers['showGroupBuy']

/** Shown at first: a phone draws a long list slowly. */
const FIRST = 10

/** What the household bought in this group-buy, each thing one tap from the camera. `found`: just now. */
export function Mine({ groupBuy, found }: { groupBuy: GroupBuy; found: boolean }): ReactNode {
  const [all, setAll] = useState(false)
  const { mine } = groupBuy
  return (
    <>
      {found && <Card tone='green'>✓ 找到了。以后点开团购卡片，就是您买的东西。</Card>}
      <Bought
        bought={{ ...groupBuy, lines: all ? mine : mine.slice(0, FIRST) }} several={severalHouseholds([{ lines: mine }])} act='拍照反映'
        onFile={(orderId, lineId) => void Taro.navigateTo({ url: filingPage(orderId, lineId, true) })}
        onCase={id => void Taro.navigateTo({ url: `/pages/case/index?id=${id}` })}
      />
      {!all && mine.length > FIRST && <Button kind='quiet' label={`看另外 ${mine.length - FIRST} 件`} onTap={() => setAll(true)} />}
      <Button label='看我买的全部东西' onTap={() => goOnlyTo('/pages/home/index')} />
      <CallLeader community={groupBuy} />
    </>
  )
}

/** The thing that must be meant, where a household bought only one. Null where there is a choice, or something else to see: a danger before all. */
export function onlyLine({ mine }: GroupBuy): BoughtLine | null {
  const [line, ...others] = mine
  return line && others.length === 0 && line.openCaseId === null && line.notClaimable === null && line.warning === null ? line : null
}
