import { stageSaid } from '../../../../../domain/case/sentGoods'
import type { Untold } from '../../../../../domain/contract/calls'
import type { Share } from '../../../../components/ShareSheet/ShareSheet'

export interface UntoldShare extends Share {
  /** What whoever opens it meets. */
  says: string
}

/** Letters of a product's title on a card: WeChat shows two short lines. */
const LONGEST_TITLE = 14

/**
 * The card for one household: what it is about and what was decided, in their own words. No name, no house, no sum: a card may end up in the group, and
 * only who belongs to the order gets further.
 */
export function shareFor({ bound, caseId, groupBuyId, title, stage, remedy }: Pick<Untold, 'bound' | 'caseId' | 'groupBuyId' | 'title' | 'stage' | 'remedy'>): UntoldShare {
  return {
    title: `${short(title)}：${stageSaid(stage, remedy)}，点开看`, path: bound ? `/pages/case/index?id=${caseId}` : bindPage(groupBuyId),
    says: bound ? '他点开就是这件事；打开了就算告诉到了。' : '他点开，填跟团号和手机尾号，就能看到这件事；打开了就算告诉到了。',
  }
}

/** One for everybody of a group-buy: each finds their own. */
export function shareForAll({ groupBuyId, groupBuyTitle, households }: { groupBuyId: string; groupBuyTitle: string; households: readonly unknown[] }): UntoldShare {
  return { title: `${groupBuyTitle}的售后有消息了，点开看您家的`, path: bindPage(groupBuyId), says: `发到邻居群，这 ${households.length} 户谁点开，填跟团号和手机尾号，就看到自己家的。` }
}

function bindPage(groupBuyId: string): string {
  return `/pages/bind/index?groupBuy=${encodeURIComponent(groupBuyId)}`
}

function short(title: string): string {
  const letters = [...title]
  return letters.length <= LONGEST_TITLE ? title : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`
}
