import { AGREE, BRING, CAME, FAIL, FORWARD, offer, PASS, PAY, RECEIVE, REJECT, SEND, SETTLE } from './deeds'
import { PARCEL } from './private'
import type { Story } from './story'
import { FILED, broughtBack, came, filed, forwarded, offered, paid, passed, received, sent } from './usual'

/** What goes back, and what comes. */
export const GOODS_STORIES: readonly Story[] = [
  {
    name: 'brought back, found as it was said, and paid with what sending it cost',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'returnRefund', refund: 2990, freight: 800 }, '拿回来看看'), {
        stage: 'offered', holder: 'resident',
        reads: { resident: '团长给的处理：东西拿回来，退 ¥29.90，另加运费 ¥8.00', leader: '您给的处理：东西拿回来，退 ¥29.90，另加运费 ¥8.00', supplier: '团长给的处理：东西拿回来，退 ¥29.90', operator: '团长给的处理：东西拿回来，退 ¥29.90，另加运费 ¥8.00' },
        told: { resident: '有了处理办法，等您点头', supplier: '团长给了处理办法' },
      }],
      ['resident', AGREE, {
        stage: 'waitingReturn', holder: 'resident',
        reads: { resident: '您同意了，东西拿回来，退 ¥29.90，另加运费 ¥8.00', leader: '邻居同意了，东西拿回来，退 ¥29.90，另加运费 ¥8.00', supplier: '居民同意了，东西拿回来，退 ¥29.90', operator: '邻居同意了，东西拿回来，退 ¥29.90，另加运费 ¥8.00' },
        told: { leader: '邻居同意了', supplier: '居民同意了' },
      }],
      ['resident', BRING, broughtBack(PARCEL)],
      ['leader', RECEIVE, received()],
      ['leader', PASS, {
        stage: 'refunding', holder: 'leader',
        reads: { resident: '团长验过了，没问题', leader: '您验过了，没问题', supplier: '团长验过了，没问题', operator: '团长验过了，没问题' },
        told: { resident: '验过了，没问题', supplier: '请确认承担 ¥29.90' },
      }],
      ['leader', PAY, paid('37.90', '29.90')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990; freight 800' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; freight 800; recovery claimed 2990; borne by supplier 2990, seller 800' },
      supplier: { stands: '团长已经退了款', may: 'admitRecovery disputeRecovery', sums: 'paid 2990; recovery claimed 2990; borne by supplier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; freight 800; recovery claimed 2990; borne by supplier 2990, seller 800' },
    },
  },
  {
    name: 'brought back, found otherwise, refused and given back',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'returnRefund', refund: 2990 }, '拿回来看看'), offered('东西拿回来，退 ¥29.90')],
      ['resident', AGREE, {
        stage: 'waitingReturn', holder: 'resident',
        reads: { resident: '您同意了，东西拿回来，退 ¥29.90', leader: '邻居同意了，东西拿回来，退 ¥29.90', supplier: '居民同意了，东西拿回来，退 ¥29.90', operator: '邻居同意了，东西拿回来，退 ¥29.90' },
        told: { leader: '邻居同意了', supplier: '居民同意了' },
      }],
      ['resident', BRING, broughtBack(PARCEL)],
      ['leader', RECEIVE, received()],
      ['leader', FAIL, {
        stage: 'waitingLeader', holder: 'leader',
        reads: { resident: '团长验过了，和说的不一样，团长再看看', leader: '您验过了，和说的不一样，您再看看', supplier: '团长验过了，和说的不一样，团长再看看', operator: '团长验过了，和说的不一样，团长再看看' },
        told: { resident: '验过了，和说的不一样', supplier: '退货没通过' },
      }],
      ['leader', REJECT, {
        stage: 'givingBack', holder: 'leader',
        reads: { resident: '团长没同意：照片里看不出这个问题（看了照片）', leader: '您没同意：照片里看不出这个问题（看了照片）', supplier: '团长没同意：照片里看不出这个问题（看了照片）', operator: '团长没同意：照片里看不出这个问题（看了照片）' },
        told: { resident: '没同意：照片里看不出这个问题', supplier: '团长没同意这件事' },
      }],
      ['leader', { type: 'giveBack', way: 'pickupPoint', waybill: '', words: '放柜子里了' }, {
        stage: 'rejected', holder: null,
        reads: { resident: '团长把东西还给您了（放自提点）', leader: '您把东西还给邻居了（放自提点）', supplier: '团长把东西还给居民了（放自提点）', operator: '团长把东西还给邻居了（放自提点）' },
        told: { resident: '东西还给您了' },
      }],
    ],
    ends: {
      resident: { stands: '没同意', may: 'appeal rate', sums: 'none 0' },
      leader: { stands: '没同意', may: 'settle plan note', sums: 'none 0' },
      supplier: { stands: '没同意', may: '', sums: 'none 0' },
      operator: { stands: '没同意', may: 'settle appeal plan note', sums: 'none 0' },
    },
  },
  {
    name: 'not brought back after all: the household calls it off',
    filed: FILED,
    steps: [
      ['leader', offer({ remedy: 'returnRefund', refund: 2990 }, '拿回来看看'), offered('东西拿回来，退 ¥29.90')],
      ['resident', AGREE, {
        stage: 'waitingReturn', holder: 'resident',
        reads: { resident: '您同意了，东西拿回来，退 ¥29.90', leader: '邻居同意了，东西拿回来，退 ¥29.90', supplier: '居民同意了，东西拿回来，退 ¥29.90', operator: '邻居同意了，东西拿回来，退 ¥29.90' },
        told: { leader: '邻居同意了', supplier: '居民同意了' },
      }],
      ['resident', { type: 'callOffReturn', words: '不退了' }, {
        stage: 'returnOff', holder: null,
        reads: { resident: '您先不退了', leader: '邻居先不退了', supplier: '居民先不退了', operator: '邻居先不退了' },
        told: { leader: '邻居先不退了', supplier: '居民先不退了' },
      }],
    ],
    ends: {
      resident: { stands: '退货先放着', may: 'withdraw reopen', sums: 'none 0' },
      leader: { stands: '邻居先不退了', may: 'settle offer note', sums: 'none 0' },
      supplier: { stands: '居民先不退了', may: '', sums: 'none 0' },
      operator: { stands: '居民先不退了', may: 'settle offer note', sums: 'none 0' },
    },
  },
  {
    name: 'exchanged: back first, then another one',
    files: { wish: { kind: 'exchange' } },
    filed: filed('想换一个好的'),
    steps: [
      ['leader', { type: 'settle', returnFirst: true }, {
        stage: 'waitingReturn', holder: 'resident',
        reads: { resident: '团长同意了，换货（先把东西拿回来）', leader: '您同意了，换货（先把东西拿回来）', supplier: '团长同意了，换货（先把东西拿回来）', operator: '团长同意了，换货（先把东西拿回来）' },
        told: { resident: '同意了，换货', supplier: '团长处理好了' },
      }],
      ['resident', BRING, broughtBack(PARCEL)],
      ['leader', RECEIVE, received()],
      ['leader', PASS, passed()],
      ['leader', SEND, sent('换的')],
      ['resident', CAME, came()],
    ],
    ends: {
      resident: { stands: '已换货', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到换的了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到换的了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到换的了', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'sent once more by the supplier, who granted it',
    files: { wish: { kind: 'redeliver' } },
    filed: filed('想补发'),
    steps: [
      ['leader', FORWARD, forwarded()],
      ['supplier', { type: 'grantAsAsked', words: '' }, {
        stage: 'waitingReplacement', holder: 'supplier',
        reads: { resident: '供货商同意了，补发', leader: '供货商同意了，补发', supplier: '您同意了，补发', operator: '供货商同意了，补发' },
        told: { resident: '同意了，补发', leader: '供货商同意了' },
      }],
      ['supplier', { type: 'sendReplacement', way: 'courier', waybill: 'JD1122334455', words: '', photos: [] }, {
        stage: 'replacementSent', holder: 'resident',
        reads: { resident: '供货商把补的发出来了（快递，单号 JD1122334455）', leader: '供货商把补的发出来了（快递，单号 JD1122334455）', supplier: '您把补的发出来了（快递，单号 JD1122334455）', operator: '供货商把补的发出来了（快递，单号 JD1122334455）' },
        told: { resident: '补的发出来了，收到点一下', leader: '补的发出来了' },
      }],
      ['resident', CAME, came()],
    ],
    ends: {
      resident: { stands: '已补发', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到补的了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到补的了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到补的了', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'the missing part, sent by the leader',
    files: {
      reason: 'partMissing', words: '少了盖子', wish: { kind: 'sendPart' }, photos: [],
      claim: { measure: 'parts', parts: [{ name: '盖子', model: null, quantity: 1 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', amount: 200 },
    },
    filed: filed('想补上缺的配件', '缺配件、缺零件'),
    steps: [
      ['leader', SETTLE, {
        stage: 'waitingReplacement', holder: 'leader',
        reads: { resident: '团长同意了，补配件', leader: '您同意了，补配件', supplier: '团长同意了，补配件', operator: '团长同意了，补配件' },
        told: { resident: '同意了，补配件', supplier: '团长处理好了' },
      }],
      ['leader', SEND, sent('配件')],
      ['resident', CAME, came()],
    ],
    ends: {
      resident: { stands: '配件补上了', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到配件了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到配件了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到配件了', may: 'note', sums: 'none 0' },
    },
  },
  {
    name: 'repaired: taken away and brought back',
    files: { reason: 'repair', words: '用了两天不转了', wish: { kind: 'repair' } },
    filed: filed('想修好', '用着坏了、要修'),
    steps: [
      ['leader', { type: 'settle', returnFirst: true }, {
        stage: 'waitingReturn', holder: 'resident',
        reads: { resident: '团长同意了，维修（先把东西拿回来）', leader: '您同意了，维修（先把东西拿回来）', supplier: '团长同意了，维修（先把东西拿回来）', operator: '团长同意了，维修（先把东西拿回来）' },
        told: { resident: '同意了，维修', supplier: '团长处理好了' },
      }],
      ['resident', BRING, broughtBack(PARCEL)],
      ['leader', RECEIVE, received()],
      ['leader', PASS, passed()],
      ['leader', SEND, sent('修好的')],
      ['resident', CAME, came()],
    ],
    ends: {
      resident: { stands: '修好了', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到修好的了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到修好的了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到修好的了', may: 'note', sums: 'none 0' },
    },
  },
]
