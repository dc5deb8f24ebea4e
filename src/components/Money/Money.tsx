import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '../../../domain/case/money'
import './Money.scss'

/** An amount of fen, larger than its label. */
export function Money({ fen, size = 'body' }: { fen: number; size?: 'body' | 'big' | 'huge' }): ReactNode {
  return <Text className={`money money--${size}`}>{yuan(fen)}</Text>
}
