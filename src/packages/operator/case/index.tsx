import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Empty } from '../../../components/States/Empty'
import { goOnlyTo } from '../../../components/go'
import { useDeskCase } from '../parts/useDeskCase'

const DESK = '/packages/operator/desk/index'

/** One case as somebody of the desk decides it, opened from the queue or from a message. */
export default function OperatorCase(): ReactNode {
  const caseId = useRouter().params.id ?? null
  const { body, bar, sheets } = useDeskCase(caseId)
  if (caseId === null) return <Page><Empty title='没看到是哪一件'><Button kind='primary' label='回平台' onTap={() => goOnlyTo(DESK)} /></Empty></Page>
  return <Page bar={bar ?? <ActionBar><Button label='回平台' onTap={() => goOnlyTo(DESK)} /></ActionBar>}>{body}{sheets}</Page>
}
