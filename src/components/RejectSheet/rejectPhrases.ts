import type { Criterion } from '../../../domain/case/reasons'

/** A kind sentence for each published reason: what a leader would say at the door. The first one is filled in, all can be changed. */
export const REJECT_PHRASES: Record<Criterion, readonly string[]> = {
  withinTolerance: ['您好，这个在开团时说好的范围里，所以这次不退，请您谅解。', '您好，生鲜每份会差一点点，这次的差别在说好的范围里。'],
  notShown: ['您好，照片里我没看出问题，您方便的话拿到自提点，我当面看。', '您好，照片有点糊，看不清哪里坏了，您打个电话给我，我当面看。'],
  otherGoods: ['您好，照片里的东西跟这次团的不一样，您看看是不是拍错了。'],
  kept: ['您好，东西到的时候是好的，这个是回家后放久了或没放冰箱造成的，下次到货请尽快取。'],
  alreadySettled: ['您好，这个之前已经给您退过了，您翻一下退款记录。'],
  notAProblem: ['您好，这个是正常的，不影响吃，不放心可以来问我。'],
}
