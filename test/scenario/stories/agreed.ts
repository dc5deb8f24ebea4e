import { AGREE, counter, DECLINE, FORWARD, hoursPass, offer, PAY, refund, SETTLE } from './deeds'
import type { Story } from './story'
import { FILED, agreedTo, came, countered, filed, forwarded, offered, paid, settled } from './usual'

/** What two sides come to, with money or without. */
export const AGREED_STORIES: readonly Story[] = [
  {
    name: 'part of it, offered and agreed to',
    filed: FILED,
    steps: [
      ['leader', refund(1000), offered('退 ¥10.00')],
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
    name: 'declined, and then all of it',
    filed: FILED,
    steps: [
      ['leader', refund(1000), offered('退 ¥10.00')],
      ['resident', DECLINE, {
        stage: 'waitingLeader', holder: 'leader',
        reads: { resident: '您没同意，团长再看看', leader: '邻居没同意，您再看看', supplier: '居民没同意，团长再看看', operator: '邻居没同意，团长再看看' },
        told: { leader: '邻居没同意' },
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
  {
    name: 'a counter-offer, granted',
    filed: FILED,
    steps: [
      ['leader', refund(1000), offered('退 ¥10.00')],
      ['resident', counter(2000), countered('20.00')],
      ['leader', SETTLE, settled('20.00')],
      ['leader', PAY, paid('20.00')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2000' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2000; recovery claimed 2000; borne by supplier 2000' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 2000; recovery claimed 2000; borne by supplier 2000' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2000; recovery claimed 2000; borne by supplier 2000' },
    },
  },
  {
    name: 'haggled over three times, and decided by the desk',
    filed: FILED,
    steps: [
      ['leader', refund(500), offered('退 ¥5.00')],
      ['resident', counter(2500), countered('25.00')],
      ['leader', refund(1000), offered('退 ¥10.00')],
      ['resident', counter(2400), countered('24.00')],
      ['leader', refund(1500), offered('退 ¥15.00')],
      ['resident', counter(2300), {
        stage: 'waitingOperator', holder: 'operator',
        reads: { resident: '您想要退 ¥23.00，等平台回话', leader: '邻居想要退 ¥23.00，等平台回话', supplier: '居民想要退 ¥23.00，等平台回话', operator: '邻居想要退 ¥23.00，等您回话' },
        told: { operator: '邻居想要退 ¥23.00', colleague: '邻居想要退 ¥23.00' },
      }],
      ['operator', SETTLE, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '平台同意了，退 ¥23.00', leader: '平台同意了，退 ¥23.00', supplier: '平台同意了，退 ¥23.00', operator: '您同意了，退 ¥23.00' },
        told: { resident: '同意了，退您 ¥23.00', leader: '平台定了', supplier: '请确认承担 ¥23.00' },
      }],
      ['leader', PAY, paid('23.00')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2300' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2300; recovery claimed 2300; borne by supplier 2300' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 2300; recovery claimed 2300; borne by supplier 2300' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2300; recovery claimed 2300; borne by supplier 2300' },
    },
  },
  {
    name: 'granted by the supplier, who was asked first',
    filed: FILED,
    steps: [
      ['leader', FORWARD, forwarded()],
      ['supplier', { type: 'grantAsAsked', words: '是我们的问题' }, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '供货商同意了，退 ¥29.90', leader: '供货商同意了，退 ¥29.90', supplier: '您同意了，退 ¥29.90', operator: '供货商同意了，退 ¥29.90' },
        told: { resident: '同意了，退您 ¥29.90', leader: '供货商同意了' },
      }],
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
    name: 'an offer of all of it, unanswered: it takes effect',
    filed: FILED,
    steps: [
      ['leader', refund(2990), offered('退 ¥29.90')],
      ['clock', hoursPass(60), {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '您没有回话，就按您要的办：退 ¥29.90', leader: '邻居没有回话，就按邻居要的办：退 ¥29.90', supplier: '居民没有回话，就按居民要的办：退 ¥29.90', operator: '邻居没有回话，就按邻居要的办：退 ¥29.90' },
        told: { resident: '按您要的办了', leader: '邻居没回话，按他要的办', supplier: '请确认承担 ¥29.90' },
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
    name: 'an apology, which was all that was wanted',
    files: { wish: { kind: 'apology' } },
    filed: filed('想要个说法'),
    steps: [
      ['leader', SETTLE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '团长同意了，道歉', leader: '您同意了，道歉', supplier: '团长同意了，道歉', operator: '团长同意了，道歉' },
        told: { resident: '同意了，道歉', supplier: '团长处理好了' },
      }],
    ],
    ends: {
      resident: { stands: '说好了：道歉', may: 'rate', sums: 'none 0' },
      leader: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
      supplier: { stands: '说好了：道歉', may: '', sums: 'none 0' },
      operator: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'a gift, sent and received',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'gift', refund: 0, words: '一小盒蓝莓' }), offered('送一份小礼物，一小盒蓝莓')],
      ['resident', AGREE, {
        stage: 'waitingReplacement', holder: 'leader',
        reads: { resident: '您同意了，送一份小礼物', leader: '邻居同意了，送一份小礼物', supplier: '居民同意了，送一份小礼物', operator: '邻居同意了，送一份小礼物' },
        told: { leader: '邻居同意了', supplier: '居民同意了' },
      }],
      ['leader', { type: 'sendReplacement', way: 'pickupPoint', waybill: '', words: '', photos: [] }, {
        stage: 'replacementSent', holder: 'resident',
        reads: { resident: '团长把礼物发出来了（放自提点）', leader: '您把礼物发出来了（放自提点）', supplier: '团长把礼物发出来了（放自提点）', operator: '团长把礼物发出来了（放自提点）' },
        told: { resident: '礼物发出来了，收到点一下', supplier: '礼物发出来了' },
      }],
      ['resident', { type: 'receiveReplacement', words: '' }, came()],
    ],
    ends: {
      resident: { stands: '礼物收到了', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到礼物了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到礼物了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到礼物了', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'a coupon',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'coupon', refund: 0, words: '五块钱的券' }), offered('送优惠券，五块钱的券')],
      ['resident', AGREE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '您同意了，送优惠券', leader: '邻居同意了，送优惠券', supplier: '居民同意了，送优惠券', operator: '邻居同意了，送优惠券' },
        told: { leader: '邻居同意了', supplier: '居民同意了' },
      }],
    ],
    ends: {
      resident: { stands: '说好了：五块钱的券', may: 'rate', sums: 'none 0' },
      leader: { stands: '说好了：五块钱的券', may: 'note', sums: 'none 0' },
      supplier: { stands: '说好了：五块钱的券', may: '', sums: 'none 0' },
      operator: { stands: '说好了：五块钱的券', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'something off the next time, and part of the money',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'discount', refund: 500, words: '下次便宜三块' }), offered('下次便宜一点，下次便宜三块，退 ¥5.00')],
      ['resident', AGREE, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '您同意了，下次便宜一点，退 ¥5.00', leader: '邻居同意了，下次便宜一点，退 ¥5.00', supplier: '居民同意了，下次便宜一点，退 ¥5.00', operator: '邻居同意了，下次便宜一点，退 ¥5.00' },
        told: { leader: '邻居同意了', supplier: '请确认承担 ¥5.00' },
      }],
      ['leader', PAY, paid('5.00')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 500' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 500; recovery claimed 500; borne by supplier 500' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 500; recovery claimed 500; borne by supplier 500' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 500; recovery claimed 500; borne by supplier 500' },
    },
  },
]
