import { act, fireEvent, render, screen } from '@testing-library/react'
import { SWRConfig } from 'swr'
import type { Board } from '../../../domain/contract/calls'
import { platform } from '../../cloud/platform'
import { useBoard } from './useBoard'

const board = (total: number): Board => ({ within: 1, soon: { rows: [], total: 0 }, late: { rows: [], total }, communities: [], suppliers: [], attainment: [], satisfaction: { rated: 0, satisfied: 0 }, shares: null })

function Probe() {
  const { asked, choose, more, busy } = useBoard({ kind: 'community', id: 'c' })
  return (
    <>
      <div>{asked.data ? `${asked.data.late.total} late` : 'nothing'}{busy && ', coming'}</div>
      <button onClick={() => more?.()}>more</button>
      <button onClick={() => choose({ supplierId: 's' })}>choose</button>
    </>
  )
}

test('longer lists are asked for while the old stand; another choice begins anew and shows nothing of the one before', async () => {
  const asked: unknown[] = []
  const answers: ((total: number) => void)[] = []
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, { input }: { input: unknown }) => {
    asked.push(input)
    return new Promise(resolve => answers.push(total => resolve({ ok: true, data: board(total) })))
  }) as typeof platform.callFunction)
  const come = (total: number) => act(async () => { answers.shift()?.(total); await Promise.resolve() })
  const tap = (name: string) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
  render(<SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}><Probe /></SWRConfig>)
  await come(70)
  expect(await screen.findByText('70 late')).toBeTruthy()
  await tap('more')
  expect(screen.getByText('70 late, coming')).toBeTruthy()
  await come(71)
  expect(await screen.findByText('71 late')).toBeTruthy()
  await tap('choose')
  expect(screen.getByText('nothing')).toBeTruthy()
  const of = { kind: 'community', id: 'c' }
  expect(asked).toEqual([{ of }, { of, rows: 60 }, { of, supplierId: 's' }])
})
