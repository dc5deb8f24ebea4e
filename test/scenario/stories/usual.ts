import { BUYER, type Then } from './story'

/** What most stories have in common, as each role reads and is told it. Sums are yuan. */

/** The words of what one did oneself, and of what another did. */
const did = (leader: string, others: string): Then['reads'] => ({ resident: others, leader, supplier: others, operator: others })
const bySaying = (says: string): Then['reads'] => ({ resident: `您${says}`, leader: `邻居${says}`, supplier: `居民${says}`, operator: `邻居${says}` })

export const filed = (says: string, reason = '坏了、烂了'): Then => ({
  stage: 'waitingLeader', holder: 'leader', reads: bySaying(`反映：${reason}，${says}`), told: { leader: `${BUYER}：${reason}`, supplier: `有居民反映${reason}` },
})
/** One bad box at ¥29.90, as everybody hears of it. */
export const FILED = filed('想退 ¥29.90')
export const settled = (sum: string): Then => ({
  stage: 'refunding', holder: 'leader', reads: did(`您同意了，退 ¥${sum}`, `团长同意了，退 ¥${sum}`), told: { resident: `同意了，退您 ¥${sum}`, supplier: `请确认承担 ¥${sum}` },
})
/** `goods`: what of it is of the price, which is all that the supplier reads. */
export const paid = (sum: string, goods = sum): Then => {
  const says = (yuan: string) => `已经把 ¥${yuan} 退了（在接龙/团购小程序里退的）`
  return { stage: 'refunded', holder: null, reads: { ...did(`您${says(sum)}`, `团长${says(sum)}`), supplier: `团长${says(goods)}` }, told: { resident: `已退款 ¥${sum}` } }
}
export const confirmed = (): Then => ({ stage: 'refunded', holder: null, reads: { resident: '您收到钱了', leader: '邻居收到钱了', operator: '邻居收到钱了' }, told: { leader: '邻居收到钱了' } })
export const admitted = (stage: Then['stage'], holder: Then['holder'], sum: string): Then => ({
  stage, holder, reads: { leader: `供货商认了 ¥${sum}`, supplier: `您认了 ¥${sum}`, operator: `供货商认了 ¥${sum}` }, told: { leader: `供货商认了 ¥${sum}` },
})
export const offered = (what: string): Then => ({
  stage: 'offered', holder: 'resident', reads: did(`您给的处理：${what}`, `团长给的处理：${what}`), told: { resident: '有了处理办法，等您点头', supplier: '团长给了处理办法' },
})
export const countered = (sum: string): Then => ({
  stage: 'countered', holder: 'leader',
  reads: { resident: `您想要退 ¥${sum}，等团长回话`, leader: `邻居想要退 ¥${sum}，等您回话`, supplier: `居民想要退 ¥${sum}，等团长回话`, operator: `邻居想要退 ¥${sum}，等团长回话` }, told: { leader: `邻居想要退 ¥${sum}` },
})
export const agreedTo = (sum: string): Then => ({
  stage: 'refunding', holder: 'leader', reads: bySaying(`同意了，退 ¥${sum}`), told: { leader: '邻居同意了', supplier: `请确认承担 ¥${sum}` },
})
export const forwarded = (): Then => ({
  stage: 'waitingSupplier', holder: 'supplier', reads: { resident: '团长请供货商先看看', leader: '您请供货商先看看', supplier: '团长请您先看看', operator: '团长请供货商先看看' },
  told: { resident: '团长请供货商先看看', supplier: '团长请您先看看' },
})
export const referred = (): Then => ({
  stage: 'waitingOperator', holder: 'operator', reads: { resident: '团长请平台来定', leader: '您请平台来定', supplier: '团长请平台来定', operator: '团长请您来定' },
  told: { resident: '请平台来定了', supplier: '团长请平台来定', operator: '团长请您来定', colleague: '团长请您来定' },
})
export const refused = (): Then => ({
  stage: 'rejected', holder: null, reads: did('您没同意：照片里看不出这个问题（看了照片）', '团长没同意：照片里看不出这个问题（看了照片）'),
  told: { resident: '没同意：照片里看不出这个问题', supplier: '团长没同意这件事' },
})
export const appealed = (): Then => ({
  stage: 'appealed', holder: 'operator', reads: bySaying('请人再看看'), told: { leader: '邻居请平台再看看', supplier: '居民请平台再看看', operator: '有人请您再看看', colleague: '有人请您再看看' },
})
export const dismissed = (): Then => ({
  stage: 'dismissed', holder: null, reads: { ...did('平台重新看过，还是没同意', '平台重新看过，还是没同意'), operator: '您重新看过，还是没同意' },
  told: { resident: '重新看过，还是没同意', leader: '平台重新看过，没改', supplier: '平台重新看过，没改' },
})
export const broughtBack = (waybill: string): Then => {
  const says = `把东西退回来了（快递，单号 ${waybill}）`
  return { stage: 'returning', holder: 'leader', reads: { ...bySaying(says), supplier: '居民把东西退回来了（快递）' }, told: { leader: '退货在路上', supplier: '退货在路上' } }
}
export const received = (): Then => ({ stage: 'inspecting', holder: 'leader', reads: did('您收到退回来的东西了', '团长收到退回来的东西了'), told: { resident: '退回来的东西收到了', supplier: '退货收到了' } })
/** Looked at, and what is to be sent is due. */
export const passed = (): Then => ({ stage: 'waitingReplacement', holder: 'leader', reads: did('您验过了，没问题', '团长验过了，没问题'), told: { resident: '验过了，没问题', supplier: '退货验过了' } })
export const sent = (what: string): Then => ({
  stage: 'replacementSent', holder: 'resident', reads: did(`您把${what}发出来了（跟下次到货一起）`, `团长把${what}发出来了（跟下次到货一起）`), told: { resident: `${what}发出来了，收到点一下`, supplier: `${what}发出来了` },
})
export const came = (): Then => ({ stage: 'replaced', holder: null, reads: bySaying('收到了'), told: { leader: '邻居收到了', supplier: '居民收到了' } })
export const lapsed = (): Then => ({
  stage: 'lapsed', holder: null, reads: { resident: '没等到您的回音，先放一放', leader: '没等到邻居的回音，先放一放', supplier: '没等到居民的回音，先放一放', operator: '没等到邻居的回音，先放一放' },
  told: { resident: '没等到您的回音', leader: '邻居没回音' },
})
/** Taken up again, it stands where it stood. */
export const reopened = (stage: Then['stage']): Then => ({ stage, holder: 'resident', reads: bySaying('接着说这件事'), told: {} })

/** As it is where nobody supplies what it is about, or what it is about is not the supplier's. */
export function withoutSupplier({ reads: { supplier: _reads, ...reads }, told: { supplier: _told, ...told }, ...rest }: Then): Then {
  return { ...rest, reads, told }
}
