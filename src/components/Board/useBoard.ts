import { useState } from 'react'
import { BOARD_ROWS, BOARD_ROWS_AT_MOST } from '../../../domain/contract/boardRows'
import type { Board, Input } from '../../../domain/contract/calls'
import { useAnswer, type Asked } from '../../cloud/useAnswer'
import type { Only } from './Board'

export interface BoardAsked {
  asked: Asked<Board>
  only: Only
  choose: (only: Only) => void
  /** Longer lists; null where no more is shown. */
  more: (() => void) | null
  /** The longer lists are on their way. */
  busy: boolean
}

/** The board of a desk or of a community (null: not known yet): whose cases are listed, and how many. What stands there stays until the longer lists have come. */
export function useBoard(of: Input<'showBoard'>['of'] | null): BoardAsked {
  const [only, setOnly] = useState<Only>({})
  const [rows, setRows] = useState(BOARD_ROWS)
  const key = JSON.stringify([of, only])
  const asked = useAnswer('showBoard', of && { of, ...only, ...(rows > BOARD_ROWS ? { rows } : {}) })
  const [last, setLast] = useState<{ key: string; data: Board }>()
  if (asked.data && (last?.data !== asked.data || last.key !== key)) setLast({ key, data: asked.data })
  const before = asked.data === undefined && last?.key === key ? last.data : undefined
  return {
    asked: before ? { ...asked, data: before, loading: false } : asked,
    only, choose: next => { setOnly(next); setRows(BOARD_ROWS) },
    more: rows < BOARD_ROWS_AT_MOST ? () => setRows(Math.min(BOARD_ROWS_AT_MOST, rows + BOARD_ROWS)) : null,
    busy: before !== undefined && asked.failed === undefined,
  }
}
