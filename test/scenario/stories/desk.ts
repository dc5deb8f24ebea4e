import { ADMIT, APPEAL, deskEnds, PAY, REFER, REJECT, SETTLE } from './deeds'
import { NOT_FOR_RESIDENT, NOT_FOR_SUPPLIER } from './private'
import type { Story } from './story'
import { FILED, admitted, appealed, paid, referred, refused, settled } from './usual'

/** What the desk holds. */
export const DESK_STORIES: readonly Story[] = [
  {
    name: 'a danger, settled by the desk',
    files: { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'refund', amount: 2990 }, photos: [], words: '孩子吃了吐' },
    filed: {
        stage: 'waitingOperator', holder: 'operator',
        reads: { resident: '您反映：吃了不舒服、有危险，想退 ¥29.90', leader: '邻居反映：吃了不舒服、有危险，想退 ¥29.90', supplier: '居民反映：吃了不舒服、有危险，想退 ¥29.90', operator: '邻居反映：吃了不舒服、有危险，想退 ¥29.90' },
        told: { leader: '某邻居：吃了不舒服、有危险', supplier: '有居民反映吃了不舒服、有危险', operator: '某邻居：吃了不舒服、有危险', colleague: '某邻居：吃了不舒服、有危险' },
      },
    steps: [
      ['operator', SETTLE, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '平台同意了，退 ¥29.90', leader: '平台同意了，退 ¥29.90', supplier: '平台同意了，退 ¥29.90', operator: '您同意了，退 ¥29.90' },
        told: { resident: '同意了，退您 ¥29.90', leader: '平台定了', supplier: '请确认承担 ¥29.90' },
      }],
      ['leader', PAY, paid('29.90')],
      ['supplier', ADMIT, admitted('refunded', null, '29.90')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: '', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'referred to the desk, given back to the leader by it, and settled',
    filed: FILED,
    steps: [
      ['leader', REFER, referred()],
      ['operator', { type: 'reassign', to: 'leader', words: `${NOT_FOR_RESIDENT}${NOT_FOR_SUPPLIER}您来定就行` }, {
        stage: 'waitingLeader', holder: 'leader',
        reads: { resident: '平台把这件事转给团长', leader: '平台把这件事转给您', supplier: '平台把这件事转给团长', operator: '您把这件事转给团长' },
        told: { resident: '由团长来定', leader: '平台转给您定' },
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

/** What becomes of that when the leader ends its service: each has a house of its own. */
export const WITHOUT_DESK_STORIES: readonly Story[] = [
  {
    name: 'it waited for the desk: the leader decides',
    filed: FILED,
    steps: [
      ['leader', REFER, referred()],
      ['leader', deskEnds, {
        stage: 'waitingLeader', holder: 'leader',
        reads: { resident: '平台不在了，转回给团长定', leader: '平台不在了，转回给您定', supplier: '平台不在了，转回给团长定' },
        told: { resident: '平台不在了，由团长来定', leader: '平台不在了，请您来定' },
      }],
      ['leader', SETTLE, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '团长同意了，退 ¥29.90', leader: '您同意了，退 ¥29.90', supplier: '团长同意了，退 ¥29.90' },
        told: { resident: '同意了，退您 ¥29.90', supplier: '请确认承担 ¥29.90' },
      }],
    ],
    ends: {
      resident: { stands: '退款中', may: 'expedite', sums: 'due 2990' },
      leader: { stands: '等您退款', may: 'startRefund payRefund plan note splitLiability', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长在退款', may: 'admitRecovery disputeRecovery', sums: 'due 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'it was being looked at again: the refusal stands',
    filed: FILED,
    steps: [
      ['leader', REJECT, refused()],
      ['resident', APPEAL, appealed()],
      ['leader', deskEnds, {
        stage: 'rejected', holder: null,
        reads: { resident: '平台不在了，这里没有人能重新看，原来的结果不变', leader: '平台不在了，这里没有人能重新看，原来的结果不变', supplier: '平台不在了，这里没有人能重新看，原来的结果不变' },
        told: { resident: '这里没有人能重新看了', leader: '平台不在了，没人能重新看' },
      }],
    ],
    ends: {
      resident: { stands: '没同意', may: 'rate', sums: 'none 0' },
      leader: { stands: '没同意', may: 'settle plan note', sums: 'none 0' },
      supplier: { stands: '没同意', may: '', sums: 'none 0' },
    },
  },
  {
    name: 'a complaint about the leader: the neighbour is told that nobody is there for it',
    files: { reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, about: 'leader', photos: [], words: '说话太冲' },
    filed: {
      stage: 'waitingOperator', holder: 'operator',
      reads: { resident: '您反映：态度不好，想要个说法', operator: '邻居反映：态度不好，想要个说法' },
      told: { operator: '某邻居：态度不好', colleague: '某邻居：态度不好' },
    },
    steps: [
      ['leader', deskEnds, {
        stage: 'waitingNobody', holder: 'operator',
        reads: { resident: '现在没有人能看这件事' },
        told: { resident: '现在没有人能看这件事' },
      }],
    ],
    ends: {
      resident: { stands: '暂时没有人能看', may: 'addEvidence withdraw expedite', sums: 'none 0' },
    },
  },
]
