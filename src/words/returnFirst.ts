import type { Remedy } from '../../domain/case/remedy'

/** Whether the goods come back before others come, or before they are repaired, to choose from. */
export function returnFirstChoices(remedy: Remedy): { value: 'stay' | 'back'; label: string; hint: string }[] {
  const repair = remedy === 'repair'
  return [
    { value: 'stay', label: '不用拿回来', hint: repair ? '上门修，或者直接给修好的' : '直接给新的' },
    { value: 'back', label: '先把东西拿回来', hint: repair ? '收到、看过了再修' : '收到、看过了再给新的' },
  ]
}
