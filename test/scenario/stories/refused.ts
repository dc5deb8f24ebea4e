import { AGREE, APPEAL, askAgain, DISMISS, hoursPass, PAY, refund, REJECT, SETTLE, UPHOLD } from './deeds'
import { NOT_FOR_SUPPLIER } from './private'
import type { Story } from './story'
import { FILED, agreedTo, appealed, dismissed, lapsed, offered, paid, refused, reopened, settled } from './usual'

/** What is refused, looked at again, taken back or never answered. */
export const REFUSED_STORIES: readonly Story[] = [
  {
    name: 'refused, and nobody asks again within seven days',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['clock', hoursPass(7 * 24 + 1), {
        stage: 'rejected', holder: null,
        reads: { resident: '过了时间，收起来了。东西还有问题，可以重新报', leader: '过了时间，收起来了。东西还有问题，可以重新报', supplier: '过了时间，收起来了。东西还有问题，可以重新报', operator: '过了时间，收起来了。东西还有问题，可以重新报' },
        told: { resident: '这件事收起来了' },
      }],
    ],
    ends: {
      resident: { stands: '没同意', may: 'rate', sums: 'none 0' },
      leader: { stands: '没同意', may: 'note', sums: 'none 0' },
      supplier: { stands: '没同意', may: '', sums: 'none 0' },
      operator: { stands: '没同意', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'refused, looked at again by the desk, upheld and paid',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['resident', APPEAL, appealed()],
      ['operator', UPHOLD, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '平台重新看过，同意了，退 ¥29.90', leader: '平台重新看过，同意了，退 ¥29.90', supplier: '平台重新看过，同意了，退 ¥29.90', operator: '您重新看过，同意了，退 ¥29.90' },
        told: { resident: '重新看过：同意了，退您 ¥29.90', leader: '平台重新看过，同意了', supplier: '请确认承担 ¥29.90' },
      }],
      ['leader', PAY, paid('29.90')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'dismissed: it ends there, unless something new turns up',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['resident', APPEAL, appealed()],
      ['operator', DISMISS, dismissed()],
    ],
    ends: {
      resident: { stands: '重新看过，还是没同意', may: 'rate', sums: 'none 0' },
      leader: { stands: '平台看过，没改', may: 'plan note', sums: 'none 0' },
      supplier: { stands: '平台看过，没改', may: '', sums: 'none 0' },
      operator: { stands: '看过，没改', may: 'plan note', sums: 'none 0' },
    },
  },
  {
    name: 'dismissed, said once more with something new, and settled by somebody else',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['resident', APPEAL, appealed()],
      ['operator', DISMISS, dismissed()],
      ['resident', askAgain, {
        stage: 'waitingOperator', holder: 'operator',
        reads: { resident: '您有新情况，再说一次：坏了、烂了，想退 ¥29.90', leader: '邻居有新情况，再说一次：坏了、烂了，想退 ¥29.90', supplier: '居民有新情况，再说一次：坏了、烂了，想退 ¥29.90', operator: '邻居有新情况，再说一次：坏了、烂了，想退 ¥29.90' },
        told: { leader: '某邻居：坏了、烂了', supplier: '有居民反映坏了、烂了', colleague: '某邻居：坏了、烂了' },
      }],
      ['colleague', SETTLE, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '平台同意了，退 ¥29.90', leader: '平台同意了，退 ¥29.90', supplier: '平台同意了，退 ¥29.90', operator: '小唐同意了，退 ¥29.90' },
        told: { resident: '同意了，退您 ¥29.90', leader: '平台定了', supplier: '请确认承担 ¥29.90' },
      }],
      ['leader', PAY, paid('29.90')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'refused, and the leader thinks better of it',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['leader', SETTLE, settled('29.90')],
    ],
    ends: {
      resident: { stands: '退款中', may: 'expedite', sums: 'due 2990' },
      leader: { stands: '等您退款', may: 'startRefund payRefund plan note splitLiability', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长在退款', may: 'admitRecovery disputeRecovery', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '等团长退款', may: 'startRefund payRefund plan note splitLiability', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'withdrawn',
    filed: FILED,
    steps: [
      ['resident', { type: 'withdraw', words: `${NOT_FOR_SUPPLIER}在底下找到了` }, {
        stage: 'withdrawn', holder: null,
        reads: { resident: '您撤销了', leader: '邻居撤销了', supplier: '居民撤销了', operator: '邻居撤销了' },
        told: { leader: '邻居撤销了', supplier: '居民撤销了' },
      }],
    ],
    ends: {
      resident: { stands: '您已撤销', may: '', sums: 'none 0' },
      leader: { stands: '邻居撤销了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民撤销了', may: '', sums: 'none 0' },
      operator: { stands: '居民撤销了', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'a small offer that nobody answers stays open for good',
    filed: FILED,
    steps: [
      ['leader', refund(1000), offered('退 ¥10.00')],
      ['clock', hoursPass(60), lapsed()],
    ],
    ends: {
      resident: { stands: '没等到您的回音', may: 'agree withdraw reopen', sums: 'none 0' },
      leader: { stands: '邻居没回音', may: 'settle offer agree note', sums: 'none 0' },
      supplier: { stands: '居民没回音', may: '', sums: 'none 0' },
      operator: { stands: '居民没回音', may: 'settle offer agree note', sums: 'none 0' },
    },
  },
  {
    name: 'not answered, taken up again, agreed to and paid',
    filed: FILED,
    steps: [
      ['leader', refund(1000), offered('退 ¥10.00')],
      ['clock', hoursPass(60), lapsed()],
      ['resident', { type: 'reopen', words: '刚看到' }, reopened('offered')],
      ['resident', AGREE, agreedTo('10.00')],
      ['leader', PAY, paid('10.00')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 1000' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 1000; recovery claimed 1000; borne by supplier 1000' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 1000; recovery claimed 1000; borne by supplier 1000' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 1000; recovery claimed 1000; borne by supplier 1000' },
    },
  },
  {
    name: 'a question that nobody answers: put aside, taken up again, answered and settled',
    filed: FILED,
    steps: [
      ['leader', { type: 'askEvidence', missing: ['clearer'], words: '看不清' }, {
        stage: 'waitingEvidence', holder: 'resident',
        reads: { resident: '团长请您再拍一张清楚的', leader: '您请邻居再拍一张清楚的', supplier: '团长请居民再拍一张清楚的', operator: '团长请邻居再拍一张清楚的' },
        told: { resident: '请再拍一张清楚的' },
      }],
      ['clock', hoursPass(60), lapsed()],
      ['resident', { type: 'reopen', words: '' }, reopened('waitingEvidence')],
      ['resident', { type: 'addEvidence', photos: [], voices: [], words: '底下两层都是' }, {
        stage: 'waitingLeader', holder: 'leader',
        reads: { resident: '您补了一句话', leader: '邻居补了一句话', supplier: '居民补了一句话', operator: '邻居补了一句话' },
        told: { leader: '邻居补来了' },
      }],
      ['leader', SETTLE, settled('29.90')],
    ],
    ends: {
      resident: { stands: '退款中', may: 'expedite', sums: 'due 2990' },
      leader: { stands: '等您退款', may: 'startRefund payRefund plan note splitLiability', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长在退款', may: 'admitRecovery disputeRecovery', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '等团长退款', may: 'startRefund payRefund plan note splitLiability', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
]
