import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { GroupBuyCard } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh } from '../../../../cloud/useAnswer'
import { Button } from '../../../../components/Button/Button'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useSending } from '../../../../cloud/useSending'

/** 已到货 cannot be taken back, so it is asked once more. */
export function ArrivedSheet({ groupBuy, onClose }: { groupBuy: GroupBuyCard | null; onClose: () => void }): ReactNode {
  const { busy, failed, send, forget } = useSending()
  const close = () => {
    forget()
    onClose()
  }
  const mark = async (groupBuyId: string) => {
    const done = await send(async () => {
      await call('markArrived', { groupBuyId })
      refresh('listGroupBuys')
    })
    if (done) close()
  }
  return (
    <Sheet
      open={groupBuy !== null} title='东西都到了？' onClose={close}
      bar={groupBuy && <><Trouble words={failed?.message} /><Button kind='primary' label='到了，现在开始取货' busy={busy} busyLabel='正在记…' onTap={() => void mark(groupBuy.id)} /></>}
    >
      <View>「{groupBuy?.title}」会记成现在到货，邻居会看到。到货后 48 小时以内反映的算及时，更晚的会标上「晚报」。点了就不能改。</View>
    </Sheet>
  )
}
