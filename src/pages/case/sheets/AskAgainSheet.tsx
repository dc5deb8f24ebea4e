import { View } from '@tarojs/components'
import { useRef, type ReactNode } from 'react'
import type { CaseView } from '../../../../domain/people/caseView'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh } from '../../../cloud/useAnswer'
import { useSending } from '../../../cloud/useSending'
import { go } from '../../../components/go'
import { SaySheet } from '../../../components/SaySheet/SaySheet'
import { forgetSheetDraft, useSheetOwner } from '../../../outbox/sheetDraft'

/** 有新情况，再说一次: what was not said or shown before, for somebody else to look at. */
export function AskAgainSheet({ view, onClose }: { view: CaseView; onClose: () => void }): ReactNode {
  const { busy, failed, send } = useSending()
  const owner = useSheetOwner()
  /** Drawn once, so that sending it again after a lost answer files it once. */
  const caseId = useRef<string | null>(null)
  return (
    <SaySheet
      title='有新情况，再说一次' label='有什么新情况' placeholder='写原来没说过的' camera='放原来没有的照片' send='再说一次' busy={busy} said={failed?.message ?? null}
      missing={({ words, photos }) => (words === '' && photos.length === 0 ? '写一句，或者放张新照片' : null)} onClose={onClose}
      onSend={({ words, photos }) => send(async () => {
        caseId.current ??= drawId()
        const filed = await call('askAgain', { caseId: caseId.current, of: view.id, words, photos })
        if (owner !== undefined) forgetSheetDraft(owner)
        refresh('whoAmI', 'residentHome', 'showLine', 'showCase')
        go(`/pages/case/index?id=${filed.view.id}`)
      })}
    >
      <View>写原来没说过的、放原来没有的照片。会换一位来处理，看过原来的经过再给您回话。只能再说一次。</View>
    </SaySheet>
  )
}
