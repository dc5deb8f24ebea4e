import type { CaseClass } from '../../../domain/case/reasons'
import { ADMIT, AGREE, PAY, refund, SEND, SETTLE } from './deeds'
import type { Story } from './story'
import { admitted, agreedTo, came, filed, offered, paid, sent, settled, withoutSupplier } from './usual'

/** One usual life of each class: who looks first, whom it is claimed back from, who is told. */
export const CLASS_STORIES: Readonly<Record<CaseClass, Story>> = {
  quality: {
    name: 'half of a box is bad',
    files: { claim: { measure: 'pieces', bad: 1, damage: 50 }, wish: { kind: 'refund', amount: 1495 } },
    filed: filed('想退 ¥14.95'),
    steps: [
      ['leader', SETTLE, settled('14.95')],
      ['leader', PAY, paid('14.95')],
      ['supplier', ADMIT, admitted('refunded', null, '14.95')],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 1495' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 1495; recovery admitted 1495; borne by supplier 1495' },
      supplier: { stands: '团长已经退了款', may: '', sums: 'paid 1495; recovery admitted 1495; borne by supplier 1495' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 1495; recovery admitted 1495; borne by supplier 1495' },
    },
  },
  hazard: {
    name: 'somebody was sick of it',
    files: { reason: 'hazard', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [], words: '孩子吃了吐' },
    filed: {
        stage: 'waitingOperator', holder: 'operator',
        reads: { resident: '您反映：吃了不舒服、有危险，不用退，说一声', leader: '邻居反映：吃了不舒服、有危险，不用退，说一声', supplier: '居民反映：吃了不舒服、有危险，不用退，说一声', operator: '邻居反映：吃了不舒服、有危险，不用退，说一声' },
        told: { leader: '某邻居：吃了不舒服、有危险', supplier: '有居民反映吃了不舒服、有危险', operator: '某邻居：吃了不舒服、有危险', colleague: '某邻居：吃了不舒服、有危险' },
      },
    steps: [
      ['operator', SETTLE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '平台知道了，会盯着这件事', leader: '平台知道了，会盯着这件事', supplier: '平台知道了，会盯着这件事', operator: '您知道了，会盯着这件事' },
        told: { resident: '平台知道了', leader: '平台定了', supplier: '平台处理好了' },
      }],
    ],
    ends: {
      resident: { stands: '平台知道了', may: 'rate', sums: 'none 0' },
      leader: { stands: '平台知道了', may: 'note', sums: 'none 0' },
      supplier: { stands: '平台知道了', may: '', sums: 'none 0' },
      operator: { stands: '平台知道了', may: 'note', sums: 'none 0' },
    },
  },
  quantity: {
    name: 'a box was taken by somebody else: no supplier bears that',
    files: { reason: 'takenByAnother', claim: { measure: 'pieces', bad: 1, damage: 100 }, photos: [] },
    filed: withoutSupplier(filed('想退 ¥29.90', '被别人拿错了')),
    steps: [
      ['leader', SETTLE, withoutSupplier(settled('29.90'))],
      ['leader', PAY, withoutSupplier(paid('29.90'))],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; borne by seller 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; borne by seller 2990' },
    },
  },
  logistics: {
    name: 'lost on its way: refunded, and claimed back from the carrier',
    files: { reason: 'lost', photos: [], words: '一直没到', logistics: { carrier: '中通', waybill: 'ZT7730001112' } },
    filed: withoutSupplier(filed('想退 ¥29.90', '快递丢了')),
    steps: [
      ['leader', SETTLE, withoutSupplier(settled('29.90'))],
      ['leader', PAY, withoutSupplier(paid('29.90'))],
      ['leader', ADMIT, {
        stage: 'refunded', holder: null,
        reads: { leader: '快递认了 ¥29.90', operator: '快递认了 ¥29.90' },
        told: {},
      }],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2990' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by carrier 2990' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2990; recovery admitted 2990; borne by carrier 2990' },
    },
  },
  service: {
    name: 'about the supplier: the desk looks at it',
    files: { reason: 'attitude', claim: { measure: 'none' }, wish: { kind: 'apology' }, about: 'supplier', photos: [], words: '电话里吼人' },
    filed: {
        stage: 'waitingOperator', holder: 'operator',
        reads: { resident: '您反映：态度不好，想要个说法', leader: '邻居反映：态度不好，想要个说法', operator: '邻居反映：态度不好，想要个说法' },
        told: { leader: '某邻居：态度不好', operator: '某邻居：态度不好', colleague: '某邻居：态度不好' },
      },
    steps: [
      ['operator', SETTLE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '平台同意了，道歉', leader: '平台同意了，道歉', operator: '您同意了，道歉' },
        told: { resident: '同意了，道歉' },
      }],
    ],
    ends: {
      resident: { stands: '说好了：道歉', may: 'rate', sums: 'none 0' },
      leader: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
      operator: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
    },
  },
  missingPart: {
    name: 'screws are missing',
    files: {
      reason: 'partMissing', words: '少了螺丝', wish: { kind: 'sendPart' }, photos: [],
      claim: { measure: 'parts', parts: [{ name: '螺丝', model: 'M4', quantity: 3 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', amount: 200 },
    },
    filed: filed('想补上缺的配件', '缺配件、缺零件'),
    steps: [
      ['leader', SETTLE, {
        stage: 'waitingReplacement', holder: 'leader',
        reads: { resident: '团长同意了，补配件', leader: '您同意了，补配件', supplier: '团长同意了，补配件', operator: '团长同意了，补配件' },
        told: { resident: '同意了，补配件', supplier: '团长处理好了' },
      }],
      ['leader', SEND, sent('配件')],
      ['resident', { type: 'receiveReplacement', words: '' }, came()],
    ],
    ends: {
      resident: { stands: '配件补上了', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到配件了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到配件了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到配件了', may: 'note', sums: 'none 0' },
    },
  },
  orderChange: {
    name: 'ordered one too many',
    files: { reason: 'orderMistake', photos: [], words: '多拍了一盒' },
    filed: withoutSupplier(filed('想退 ¥29.90', '下错单、多拍了')),
    steps: [
      ['leader', refund(2000), withoutSupplier(offered('退 ¥20.00'))],
      ['resident', AGREE, withoutSupplier(agreedTo('20.00'))],
      ['leader', PAY, withoutSupplier(paid('20.00'))],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 2000' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2000; borne by seller 2000' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 2000; borne by seller 2000' },
    },
  },
  price: {
    name: 'dearer than it was said',
    files: { reason: 'price', claim: { measure: 'none' }, wish: { kind: 'refund', amount: 500 }, photos: [], words: '群里说的是 24.90' },
    filed: withoutSupplier(filed('想退 ¥5.00', '价钱不对')),
    steps: [
      ['leader', SETTLE, withoutSupplier(settled('5.00'))],
      ['leader', PAY, withoutSupplier(paid('5.00'))],
    ],
    ends: {
      resident: { stands: '已退款', may: 'failRefund confirmRefund rate', sums: 'paid 500' },
      leader: { stands: '已退款', may: 'note splitLiability', sums: 'paid 500; borne by seller 500' },
      operator: { stands: '已退款', may: 'note splitLiability', sums: 'paid 500; borne by seller 500' },
    },
  },
  repair: {
    name: 'broke after two days, repaired without being taken away',
    files: { reason: 'repair', wish: { kind: 'repair' }, photos: [], words: '用了两天不转了' },
    filed: filed('想修好', '用着坏了、要修'),
    steps: [
      ['leader', SETTLE, {
        stage: 'waitingReplacement', holder: 'leader',
        reads: { resident: '团长同意了，维修', leader: '您同意了，维修', supplier: '团长同意了，维修', operator: '团长同意了，维修' },
        told: { resident: '同意了，维修', supplier: '团长处理好了' },
      }],
      ['leader', SEND, sent('修好的')],
      ['resident', { type: 'receiveReplacement', words: '' }, came()],
    ],
    ends: {
      resident: { stands: '修好了', may: 'rate', sums: 'none 0' },
      leader: { stands: '邻居收到修好的了', may: 'note', sums: 'none 0' },
      supplier: { stands: '居民收到修好的了', may: '', sums: 'none 0' },
      operator: { stands: '居民收到修好的了', may: 'note', sums: 'none 0' },
    },
  },
  suggestion: {
    name: 'an idea',
    files: { reason: 'suggestion', claim: { measure: 'none' }, wish: { kind: 'none' }, photos: [], words: '能不能早点到' },
    filed: withoutSupplier(filed('不用退，说一声', '提个建议')),
    steps: [
      ['leader', SETTLE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '团长知道了，会盯着这件事', leader: '您知道了，会盯着这件事', operator: '团长知道了，会盯着这件事' },
        told: { resident: '团长知道了' },
      }],
    ],
    ends: {
      resident: { stands: '团长知道了', may: 'rate', sums: 'none 0' },
      leader: { stands: '您知道了', may: 'note', sums: 'none 0' },
      operator: { stands: '团长知道了', may: 'note', sums: 'none 0' },
    },
  },
  other: {
    name: 'something else, apologised for',
    files: { reason: 'other', claim: { measure: 'none' }, wish: { kind: 'apology' }, photos: [], words: '袋子上写错了名字' },
    filed: withoutSupplier(filed('想要个说法', '别的事')),
    steps: [
      ['leader', SETTLE, {
        stage: 'agreedNoMoney', holder: null,
        reads: { resident: '团长同意了，道歉', leader: '您同意了，道歉', operator: '团长同意了，道歉' },
        told: { resident: '同意了，道歉' },
      }],
    ],
    ends: {
      resident: { stands: '说好了：道歉', may: 'rate', sums: 'none 0' },
      leader: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
      operator: { stands: '说好了：道歉', may: 'note', sums: 'none 0' },
    },
  },
}
