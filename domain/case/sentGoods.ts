import type { AgreedTo } from './case'
import { REMEDIES, type Remedy } from './remedy'
import { STAGE_WORDS, type Stage } from './stage'

/** What comes to the household, as people call it by what was agreed. */
export interface SentGoods {
  /** As the one who is said to have it: 换的, 配件. */
  it: string
  /** While it has not left. */
  waiting: string
  /** Once the household has it. */
  done: string
  /** What somebody will do with it. @param to who gets it */
  give: (to: string) => string
}

const ANYTHING: SentGoods = { it: '东西', waiting: '等东西发出来', done: '东西收到了', give: to => `把东西给${to}` }
const CALLED: Partial<Record<Remedy, SentGoods>> = {
  exchange: { it: '换的', waiting: '等换货', done: '已换货', give: to => `把好的换给${to}` },
  redeliver: { it: '补的', waiting: '等补发', done: '已补发', give: to => `把东西补给${to}` },
  sendPart: { it: '配件', waiting: '等补配件', done: '配件补上了', give: to => `把配件补给${to}` },
  repair: { it: '修好的', waiting: '等修好', done: '修好了', give: to => `把东西修好给${to}` },
  gift: { it: '礼物', waiting: '等送礼物', done: '礼物收到了', give: to => `把礼物送给${to}` },
}

export function sentGoods(remedy: Remedy | null | undefined): SentGoods {
  return (remedy && CALLED[remedy]) ?? ANYTHING
}

/**
 * What was agreed where neither money nor goods come of it: 说好了：下次满 30 减 5; or, where nothing was asked for, who knows of it.
 * @param who has said so, as the reader calls them
 */
export function notedSaid(remedy: Remedy | null | undefined, agreed: Pick<AgreedTo, 'words'> | null | undefined, who: string): string {
  if (!remedy) return `${who}知道了`
  return `说好了：${remedy !== 'apology' && agreed?.words ? agreed.words : REMEDIES[remedy]}`
}

const CALLED_BY_RESIDENT = { leader: '团长', supplier: '供货商', operator: '平台' } satisfies Record<AgreedTo['by'], string>

/** The stage in a resident's words, with what comes named as what it is, and what was agreed as what was said. */
export function stageSaid(stage: Stage, remedy: Remedy | null | undefined, agreed?: AgreedTo | null): string {
  const { it, waiting, done } = sentGoods(remedy)
  switch (stage) {
    case 'waitingReturn': return remedy === 'returnRefund' ? STAGE_WORDS[stage] : '等您把东西拿回来'
    case 'returning': return '您拿出来了，等收到'
    case 'inspecting': return remedy === 'returnRefund' ? STAGE_WORDS[stage] : '东西收到了，等验'
    case 'waitingReplacement': return waiting
    case 'replacementSent': return `${it}发出来了，等您收到`
    case 'replaced': return done
    case 'agreedNoMoney': return notedSaid(remedy, agreed, CALLED_BY_RESIDENT[agreed?.by ?? 'leader'])
    default: return STAGE_WORDS[stage]
  }
}
