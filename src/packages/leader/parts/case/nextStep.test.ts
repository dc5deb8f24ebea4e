import { examples, HOUR, lastAt, LATER, LEADER, type ExampleName } from '../../../../../domain/case/exampleCase'
import { caseView, type CaseView } from '../../../../../domain/people/caseView'
import { holderOf } from '../../../../../domain/case/stage'
import { moreStepsOf, nextStepOf } from './nextStep'

const ALL = examples()
const seen = (name: ExampleName): CaseView => caseView(ALL[name], LEADER, lastAt(ALL[name]) + HOUR)

test.each<[ExampleName, string | null]>([
  ['review', '同意并退 ¥12.60'], ['nothingAsked', '知道了，会盯着'], ['countered', '同意退 ¥3.01'], ['withSupplier', '不等了，同意并退 ¥12.60'], ['withOperator', '不等平台了，同意并退 ¥12.60'],
  ['awaitingReturn', '收到退货'], ['returning', '收到退货'], ['returned', '验过了'], ['inspectionFailed', '还是同意并退 ¥12.60'], ['refusedReturn', '还给邻居了'],
  ['replacementDue', '补的发了'], ['replacementSent', null], ['settled', '我已退款'], ['paying', '我已退款'], ['refundFailed', '再退一次：我已退款'], ['notArrived', '再退一次：我已退款'],
  ['offered', null], ['rejected', null], ['appealed', null], ['paid', null], ['withdrawn', null],
])('%s: the main button says %s', (name, label) => {
  expect(nextStepOf(seen(name))?.label ?? null).toBe(label)
})

test('whatever the leader holds, there is a button for it', () => {
  for (const name of Object.keys(ALL) as ExampleName[]) if (holderOf(ALL[name].state) === 'leader') expect([name, nextStepOf(seen(name))]).not.toEqual([name, null])
})

test('everything else the leader may do is behind 更多, and nothing else', () => {
  // On cards of many, or taken back in the bar.
  const elsewhere = ['promise', 'undo', 'settle', 'admitRecovery', 'disputeRecovery']
  for (const name of Object.keys(ALL) as ExampleName[]) {
    const view = seen(name)
    const next = nextStepOf(view)
    const shown = [...moreStepsOf(view), ...(next && 'sheet' in next ? [next.sheet] : [])]
    expect([name, view.mayDo.filter(step => !elsewhere.includes(step) && !shown.includes(step as never))]).toEqual([name, []])
    expect([name, shown.filter(sheet => !['settleMore', 'changeMind', 'carrier'].includes(sheet) && !view.mayDo.includes(sheet as never))]).toEqual([name, []])
  }
})

test('a helper over their limit has no button to agree with, and none with money on top', () => {
  const view = caseView(ALL.review, { ...LEADER, limit: 1000 }, LATER)
  expect(nextStepOf(view)).toBeNull()
  expect(moreStepsOf(view)).not.toContain('settleMore')
})

test('after a refusal the leader may still think better of it', () => {
  for (const name of ['rejected', 'appealed'] as const) expect(moreStepsOf(seen(name))[0]).toBe('changeMind')
})
