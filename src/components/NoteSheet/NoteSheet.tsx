import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useSheetDraft } from '../../outbox/sheetDraft'
import { partyWords } from '../../words/stageWords'
import { ChoiceTiles } from '../ChoiceTiles/ChoiceTiles'
import { SaySheet } from '../SaySheet/SaySheet'
import type { StepSheet } from '../stepSheet'
import './NoteSheet.scss'

/** 记一笔: for those who decide only, unless one says otherwise; who reads it stands above the words. Sentences to tap are for who reads it too. */
export function NoteSheet({ as, view, phrases, onSend, ...sheet }: StepSheet<'note'> & { phrases: readonly string[] }): ReactNode {
  const [internal, setInternal] = useSheetDraft('internal', true)
  const them = partyWords('resident', as)
  return (
    <SaySheet
      {...sheet} title='记一笔' label={internal ? '记点什么' : `跟${them}说一句`} placeholder={internal ? '比如：约了明天上午当面看' : ''} phrases={internal ? [] : phrases} send={internal ? `记下来，不给${them}看` : `记下来，${them}也看得到`}
      missing={({ words }) => (words === '' ? '先写点什么' : null)} onSend={({ words }) => onSend({ type: 'note', words, internal })}
    >
      <ChoiceTiles
        columns={1} value={internal ? 'internal' : 'all'} onChoose={chosen => setInternal(chosen === 'internal')}
        choices={[{ value: 'internal', label: '只有处理的人看得到', hint: as === 'operator' && view.unseenByNamed ? '平台的人' : view.desk ? '团长和平台' : '团长和帮手' }, { value: 'all', label: `${them}也看得到`, hint: '会发消息给他' }]}
      />
      <View className='note-sheet__readers'>{internal ? `${them}、供货商都看不到。` : `${them}会在经过里看到这句话，供货商看不到。`}</View>
    </SaySheet>
  )
}
