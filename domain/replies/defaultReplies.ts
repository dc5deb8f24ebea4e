import type { UsualCriterion } from '../case/reasons'
import type { ReplyPurpose, ReplyTone, StandardReply } from './reply'

const said = (purpose: ReplyPurpose, tone: ReplyTone, n: number, words: string): StandardReply => ({ id: `usual:${purpose}:${n}`, purpose, tone, words })
const refused = (criterion: UsualCriterion, n: number, words: string, tone: ReplyTone = 'explanation'): StandardReply => ({ id: `usual:reject:${criterion}:${n}`, purpose: 'reject', tone, words, criterion })

/** What a leader would say at the door, until they keep sentences of their own [tones: spec, mission, row 22]. */
export const DEFAULT_REPLIES: readonly StandardReply[] = [
  refused('withinTolerance', 1, '您好，这个在开团时说好的范围里，所以这次不退，请您谅解。'),
  refused('withinTolerance', 2, '您好，生鲜每份会差一点点，这次的差别在说好的范围里。', 'cause'),
  refused('notShown', 1, '您好，照片里我没看出问题，您方便的话拿到自提点，我当面看。', 'evidence'),
  refused('notShown', 2, '您好，照片有点糊，看不清哪里坏了，您打个电话给我，我当面看。', 'evidence'),
  refused('otherGoods', 1, '您好，照片里的东西跟这次团的不一样，您看看是不是拍错了。', 'evidence'),
  refused('kept', 1, '您好，东西到的时候是好的，这个是回家后放久了或没放冰箱造成的，下次到货请尽快取。', 'cause'),
  refused('alreadySettled', 1, '您好，这个之前已经给您退过了，您翻一下退款记录。'),
  refused('notAProblem', 1, '您好，这个是正常的，不影响吃，不放心可以来问我。', 'calm'),
  said('reject', 'explanation', 1, '您好，这次按公布的规则不退，不清楚的地方打电话给我，我跟您说。'),
  said('offer', 'compensation', 1, '您好，坏的部分我来退，好的您先吃，您看行吗？'),
  said('offer', 'compensation', 2, '您好，退一部分，下次多给您补一点，您看行吗？'),
  said('offer', 'apology', 3, '实在不好意思，您挑一个，点了我就办。'),
  said('askEvidence', 'evidence', 1, '麻烦再拍一张，看清楚了马上给您定。'),
  said('askEvidence', 'calm', 2, '不着急，方便的时候补一张就行。'),
  said('forward', 'evidence', 1, '麻烦看看照片，这是这一批的问题吗？'),
  said('forward', 'cause', 2, '好几家都这样，请尽快看一下。'),
  said('forward', 'compensation', 3, '您看能退多少，定了我就退给邻居。'),
  said('batch', 'apology', 1, '这一批确实没到位，实在不好意思。'),
  said('batch', 'compensation', 2, '坏的部分按这个退，下次我盯紧一点。'),
  said('note', 'calm', 1, '{称呼}，您反映的{商品}我在跟，有消息马上跟您说。'),
  said('note', 'apology', 2, '{称呼}，让您久等了，实在不好意思，今天一定给您回话。'),
  said('note', 'compensation', 3, '{称呼}，{商品}退您 {金额}，请留意到账。'),
]
