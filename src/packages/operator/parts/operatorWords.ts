import { yuan } from '../../../../domain/case/money'
import { CAPABILITIES, type Operator } from '../../../../domain/people/desk'

/** 客服、投诉，一件最多定 ¥50.00 */
export function operatorWords({ capabilities, limit }: Pick<Operator, 'capabilities' | 'limit'>): string {
  return `${capabilities.map(c => CAPABILITIES[c]).join('、')}，${limit === null ? '金额不限' : `一件最多定 ${yuan(limit)}`}`
}
