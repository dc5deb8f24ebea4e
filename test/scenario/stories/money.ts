import { ADMIT, CONFIRM, DISPUTE, PAY, SETTLE, takenBack } from './deeds'
import { NOT_FOR_RESIDENT, NOT_FOR_SUPPLIER } from './private'
import type { Story } from './story'
import { FILED, admitted, confirmed, paid, settled } from './usual'

const nobody = { supplier: 0, carrier: 0, leader: 0, seller: 0, goodwill: 0 }

/** What the leader agrees to, and how its money arrives and is claimed back. */
export const MONEY_STORIES: readonly Story[] = [
  {
    name: 'paid, and the household says that it came',
    filed: FILED,
    steps: [
      ['leader', SETTLE, settled('29.90')],
      ['leader', PAY, paid('29.90')],
      ['resident', CONFIRM, confirmed()],
      ['resident', { type: 'rate', speed: 5, result: 4, attitude: 5, words: `${NOT_FOR_SUPPLIER}挺快` }, {
        stage: 'refunded', holder: null,
        reads: { resident: '您评了：快慢 5 星，结果 4 星，态度 5 星', leader: '邻居评了：快慢 5 星，结果 4 星，态度 5 星', operator: '邻居评了：快慢 5 星，结果 4 星，态度 5 星' },
        told: {},
      }],
    ],
    ends: {
      resident: { stands: '已退款', may: '', sums: 'confirmed 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'paid, and the supplier bears it',
    filed: FILED,
    steps: [
      ['leader', SETTLE, settled('29.90')],
      ['supplier', ADMIT, admitted('refunding', 'leader', '29.90')],
      ['leader', PAY, paid('29.90')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: '', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'paid with freight and goodwill, disputed, split by the desk for good',
    filed: FILED,
    steps: [
      ['leader', { type: 'settle', freight: 300, compensation: 200 }, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '团长同意了，退 ¥29.90，另加运费 ¥3.00，另加补偿 ¥2.00', leader: '您同意了，退 ¥29.90，另加运费 ¥3.00，另加补偿 ¥2.00', supplier: '团长同意了，退 ¥29.90', operator: '团长同意了，退 ¥29.90，另加运费 ¥3.00，另加补偿 ¥2.00' },
        told: { resident: '同意了，退您 ¥34.90', supplier: '请确认承担 ¥29.90' },
      }],
      ['leader', PAY, paid('34.90', '29.90')],
      ['supplier', DISPUTE, {
        stage: 'refunded', holder: null,
        reads: { leader: '供货商有不同意见：应按进价算，不按零售价', supplier: '您有不同意见：应按进价算，不按零售价', operator: '供货商有不同意见：应按进价算，不按零售价' },
        told: { leader: '供货商不认这笔钱' },
      }],
      ['operator', { type: 'splitLiability', shares: { ...nobody, supplier: 1500, seller: 1790, goodwill: 200 }, words: `${NOT_FOR_RESIDENT}一人一半` }, {
        stage: 'refunded', holder: null,
        reads: { leader: '平台定了谁承担：供货商 ¥15.00，卖家 ¥17.90，善意补偿 ¥2.00（听过双方，不再变）', supplier: '平台定了谁承担：供货商 ¥15.00（听过双方，不再变）', operator: '您定了谁承担：供货商 ¥15.00，卖家 ¥17.90，善意补偿 ¥2.00（听过双方，不再变）' },
        told: { leader: '平台定了谁承担', supplier: '请承担 ¥15.00' },
      }],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990; freight 300; compensation 200' },
      leader: { stands: '已退款', may: 'note', sums: 'paid 2990; freight 300; compensation 200; recovery settled 1500; borne by supplier 1500, seller 1790, goodwill 200' },
      supplier: { stands: '团长已经退了款', may: '', sums: 'paid 2990; recovery settled 1500; borne by supplier 1500' },
      operator: { stands: '已退款', may: 'note', sums: 'paid 2990; freight 300; compensation 200; recovery settled 1500; borne by supplier 1500, seller 1790, goodwill 200' },
    },
  },
  {
    name: 'the refund fails, and is paid then',
    filed: FILED,
    steps: [
      ['leader', SETTLE, settled('29.90')],
      ['leader', { type: 'startRefund', channel: 'otherApp', words: `${NOT_FOR_SUPPLIER}要审核` }, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '团长在退了（在接龙/团购小程序里退的），到账会再告诉您', leader: '您在退了（在接龙/团购小程序里退的），到账会再告诉邻居', operator: '团长在退了（在接龙/团购小程序里退的），到账会再告诉邻居' },
        told: { resident: '正在退钱给您' },
      }],
      ['leader', { type: 'failRefund', words: `${NOT_FOR_SUPPLIER}余额不够` }, {
        stage: 'refundFailed', holder: 'leader',
        reads: { resident: '这次没退成，会再退一次', leader: '这次没退成，会再退一次', operator: '这次没退成，会再退一次' },
        told: { resident: '这次没退成，会再退一次' },
      }],
      ['leader', PAY, paid('29.90')],
      ['resident', CONFIRM, confirmed()],
    ],
    ends: {
      resident: { stands: '已退款', may: 'rate', sums: 'confirmed 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'paid, did not arrive, and is paid again',
    filed: FILED,
    steps: [
      ['leader', SETTLE, settled('29.90')],
      ['leader', PAY, paid('29.90')],
      ['resident', { type: 'failRefund', words: `${NOT_FOR_SUPPLIER}零钱和卡里都没有` }, {
        stage: 'refundFailed', holder: 'leader',
        reads: { resident: '您说没收到钱', leader: '邻居说没收到钱', operator: '邻居说没收到钱' },
        told: { leader: '邻居说没收到钱' },
      }],
      ['leader', PAY, paid('29.90')],
      ['resident', CONFIRM, confirmed()],
    ],
    ends: {
      resident: { stands: '已退款', may: 'rate', sums: 'confirmed 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'confirmed 2990; recovery claimed 2990; borne by supplier 2990' },
    },
  },
  {
    name: 'taken back before anybody knew, and decided otherwise',
    filed: FILED,
    steps: [
      ['leader', takenBack({ type: 'settle', compensation: 100 }), {
        stage: 'waitingLeader', holder: 'leader',
        reads: { leader: '您同意了，退 ¥29.90，另加补偿 ¥1.00（没有生效） / 您撤回了刚才的决定' },
        told: {},
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
