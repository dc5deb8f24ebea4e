import { randomUUID } from 'node:crypto'
import type { Wish } from '../../../domain/case/claim'
import type { Party } from '../../../domain/case/case'
import type { Reason } from '../../../domain/case/reasons'
import type { Input } from '../../../domain/contract/calls'
import { signIn, type CloudClient } from '../../../stage/cloudClient'
import { ARRIVED, COMMUNITY, DESK } from '../../../stage/demo/community'
import { whenEffective } from './casesInEachState'
import type { Visit } from './everyPage'

/** What can come of a complaint after the first answer, as people of the demo see it; a house of its own is brought there by the calls that their phones make. */

type Act = Input<'actOnCase'>['command']
type As = Extract<Party, 'resident' | 'leader' | 'supplier' | 'operator'>
/** `does`: with as many photos as the step takes. */
type Step = readonly [person: string, as: As, does: Act | ((photo: () => Promise<string>) => Promise<Act>)]

const HOUR = 3600_000
/** Orders that wang found besides her own, as in orders.xlsx, so that there are lines enough. */
const MORE = [['4', '5512'], ['6', '3429'], ['18', '4620'], ['21', '7031']] as const
const COLLEAGUE = 'zhang'

const wang = (does: Step[2]): Step => ['wang', 'resident', does]
const lin = (does: Step[2]): Step => ['lin', 'resident', does]
const chen = (does: Step[2]): Step => ['chen', 'leader', does]
const laoli = (does: Step[2]): Step => ['laoli', 'supplier', does]
const xiaozhou = (does: Step[2]): Step => ['xiaozhou', 'supplier', does]
const xu = (does: Step[2]): Step => [DESK.person, 'operator', does]
const withPhoto = (does: (photos: string[]) => Act): Step[2] => async photo => does([await photo()])

const settle = chen({ type: 'settle' })
const pay = chen({ type: 'payRefund', channel: 'otherApp', reference: '', photos: [] })
const refuse = chen({ type: 'reject', criterion: 'notShown', words: '照片里看着是好的，方便的话再拍一张', review: 'photos' })
const backFirst = chen({ type: 'offer', options: [{ remedy: 'returnRefund', refund: 1000, freight: 300 }], words: '东西拿到自提点我看一下，没问题马上退' })
const appeal = (who: typeof wang): Step => who(withPhoto(photos => ({ type: 'appeal', grounds: '当天晚上就拍了照片，不是放坏的', photos })))
const dismiss = xu({ type: 'decideAppeal', uphold: false, words: '两张照片都看了，看不出是到的时候就坏的' })
const small = chen({ type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '好的您先吃，坏的退您' })

interface Story { state: string; resident: 'wang' | 'lin'; joinNumber: string; title: string; reason?: Reason; wish?: Wish; about?: 'leader'; steps: readonly Step[] }

const STORIES: readonly Story[] = [
  { state: 'options', resident: 'wang', joinNumber: '7', title: '草莓', steps: [chen({ type: 'offer', words: '实在不好意思，您挑一个，点了我就办', options: [{ remedy: 'refund', refund: 1000, compensation: 300 }, { remedy: 'exchange', refund: 0, returnFirst: true, words: '周三那一车的' }, { remedy: 'gift', refund: 0, words: '一盒小番茄' }] })] },
  { state: 'toReturn', resident: 'wang', joinNumber: '7', title: '脐橙', steps: [backFirst, wang({ type: 'agree', option: 0 })] },
  { state: 'returning', resident: 'wang', joinNumber: '4', title: '番茄', steps: [backFirst, wang({ type: 'agree', option: 0 }), wang({ type: 'sendReturn', way: 'pickupPoint', waybill: '', words: '放在门口那个蓝箱子里', photos: [] })] },
  { state: 'returned', resident: 'wang', joinNumber: '4', title: '草莓', steps: [backFirst, wang({ type: 'agree', option: 0 }), wang({ type: 'sendReturn', way: 'courier', waybill: 'SF1029384756', words: '', photos: [] }), chen({ type: 'receiveReturn', words: '一盒，外面是干的', photos: [] })] },
  { state: 'toExchange', resident: 'wang', joinNumber: '6', title: '草莓', steps: [chen({ type: 'offer', options: [{ remedy: 'exchange', refund: 0 }], words: '' }), wang({ type: 'agree', option: 0 })] },
  { state: 'toRepair', resident: 'wang', joinNumber: '6', title: '脐橙', reason: 'repair', wish: { kind: 'repair' }, steps: [settle] },
  { state: 'redelivered', resident: 'wang', joinNumber: '6', title: '番茄', steps: [chen({ type: 'offer', options: [{ remedy: 'redeliver', refund: 0 }], words: '' }), wang({ type: 'agree', option: 0 }), xiaozhou({ type: 'sendReplacement', way: 'courier', waybill: 'JD1122334455', words: '明天到', photos: [] })] },
  { state: 'disputed', resident: 'wang', joinNumber: '18', title: '草莓', steps: [settle, pay, laoli(withPhoto(photos => ({ type: 'disputeRecovery', reason: 'keptWarm', words: '送到的时候是冷的，放了一夜', photos })))] },
  { state: 'rejected', resident: 'wang', joinNumber: '18', title: '脐橙', steps: [refuse] },
  { state: 'appealed', resident: 'wang', joinNumber: '21', title: '脐橙', steps: [refuse, appeal(wang)] },
  { state: 'dismissed', resident: 'lin', joinNumber: '12', title: '番茄', steps: [refuse, appeal(lin), dismiss] },
  { state: 'toAskAgain', resident: 'wang', joinNumber: '21', title: '草莓', steps: [refuse, appeal(wang), dismiss] },
  { state: 'countered', resident: 'lin', joinNumber: '9', title: '可颂', steps: [small, lin({ type: 'counter', refund: 1200, words: '四个坏了两个，退一半吧' })] },
  { state: 'rateable', resident: 'lin', joinNumber: '12', title: '草莓', steps: [settle, pay, lin({ type: 'confirmRefund' })] },
  { state: 'paying', resident: 'lin', joinNumber: '9', title: '吐司', steps: [settle, chen({ type: 'startRefund', channel: 'otherApp', words: '要审核，明天到' })] },
  { state: 'hazard', resident: 'lin', joinNumber: '12', title: '番茄', reason: 'hazard', wish: { kind: 'none' }, steps: [] },
  { state: 'service', resident: 'wang', joinNumber: '7', title: '脐橙', reason: 'attitude', wish: { kind: 'apology' }, about: 'leader', steps: [] },
  { state: 'long', resident: 'wang', joinNumber: '7', title: '上海青', steps: longStory() },
]

/** All that a hard case goes through: more than thirty events, and it still waits. */
function longStory(): Step[] {
  const asked = (n: number): Step[] => [chen({ type: 'askEvidence', missing: ['whole'], words: `第 ${n} 次麻烦您了，整盒拍一张` }), wang(withPhoto(photos => ({ type: 'addEvidence', photos, voices: [], words: `第 ${n} 次拍的，底下还是黄的` })))]
  const noted = (n: number): Step[] => [chen({ type: 'note', internal: true, words: `第 ${n} 次打电话，供货商说还在核对` }), chen({ type: 'note', internal: false, words: `${n === 1 ? '已经' : '又'}问过供货商了，有消息马上跟您说` })]
  const haggled = (refund: number): Step[] => [chen({ type: 'offer', options: [{ remedy: 'refund', refund }], words: '先退这些，您看行吗' }), wang({ type: 'counter', refund: refund + 100, words: '坏得比这个多' })]
  return [
    ...asked(1), ...asked(2), ...asked(3), ...noted(1), ...noted(2), ...noted(3), ...noted(4),
    chen({ type: 'forward', words: '三次的照片都在这里，您看看' }), xiaozhou(withPhoto(photos => ({ type: 'disputeAsAsked', reason: 'moreThanDelivered', words: '发货前都拍过照', photos }))),
    ...haggled(100), ...haggled(150), chen({ type: 'refer', words: '说了好几天说不到一起' }),
    xu(() => Promise.resolve({ type: 'investigate', words: '问仓库要那天的温度记录', until: Date.now() + 30 * HOUR })), xu({ type: 'note', internal: true, words: '仓库值班的明天上班' }), xu({ type: 'endInvestigation', words: '那天车上断了两个小时冷' }),
    xu(() => Promise.resolve({ type: 'plan', steps: [{ what: '跟供货商对温度记录', party: 'operator', by: Date.now() + 20 * HOUR }, { what: '把退款退给居民', party: 'leader', by: Date.now() + 44 * HOUR }] })),
    xu({ type: 'note', internal: false, words: '温度记录拿到了，今天给您答复' }), wang({ type: 'expedite', words: '已经一个星期了' }), ...noted(5),
  ]
}

/** Brings a house there. @returns every screen that comes of it, with sheets opened by taps */
export async function longerLife(url: string, draw: (title: string) => Promise<Buffer>): Promise<Visit[]> {
  const people = new Map<string, CloudClient>()
  const as = async (id: string) => {
    const known = people.get(id) ?? await signIn(url, id)
    people.set(id, known)
    return known
  }
  const photo = async (who: CloudClient, title: string) => {
    const { uploadPrefix } = await who.call('whoAmI', {})
    return (await who.call('addPhoto', { fileId: await who.upload(`${uploadPrefix}${randomUUID()}.jpg`, await draw(title)) })).photoId
  }
  const leader = await as('chen')
  const { groupBuys, suppliers } = await leader.call('listGroupBuys', { communityId: COMMUNITY.communityId })
  const groupBuy = groupBuys.find(g => g.title === ARRIVED)
  const [cherries, fruiterer] = [groupBuy?.products.find(p => p.title.includes('小番茄')), suppliers.find(s => s.name === '丹东果业')]
  if (!groupBuy || !cherries || !fruiterer) throw new Error('the demo has changed: no group-buy, tomatoes or fruiterer')
  for (const [joinNumber, phoneLast4] of MORE) await (await as('wang')).call('bindOrders', { groupBuyId: groupBuy.id, joinNumber, phoneLast4 })
  const desk = await as(DESK.person)
  // Whoever dismissed an appeal does not look again: the desk needs two.
  const { token } = await desk.call('inviteToDesk', { deskId: DESK.deskId, capabilities: ['support', 'complaints', 'training'], limit: null })
  await (await as(COLLEAGUE)).call('acceptDeskInvitation', { token, name: '小张' })

  const ids = new Map<string, string>()
  for (const story of STORIES) ids.set(story.state, await tell(story, as, photo))
  const of = (state: string) => ids.get(state) ?? ''
  const again = randomUUID()
  await (await as('wang')).call('askAgain', { caseId: again, of: of('toAskAgain'), words: '找到了取货时拍的照片，箱子就是破的', photos: [await photo(await as('wang'), '草莓 again')] })
  const warning = await leader.call('startWarning', { groupBuyId: groupBuy.id, productId: cherries.id, words: '有人吃出玻璃渣', doThis: 'keepAside' })
  await leader.pokeCourier()

  const line = (await (await as('wang')).call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes('吐司'))
  if (!line) throw new Error('the demo has changed: no toast')
  const file = `pages/file/index?order=${encodeURIComponent(line.orderId)}&line=${encodeURIComponent(line.lineId)}`
  const bundle = `supplier=${fruiterer.id}&groupBuy=${groupBuy.id}`
  const resident = (name: string, who: 'wang' | 'lin', id: string, taps: readonly string[] = []): Visit => ({ name: `resident-${name}`, person: who, page: `pages/case/index?id=${id}`, taps, desk: false })
  const led = (name: string, id: string, taps: readonly string[] = []): Visit => ({ name: `leader-${name}`, person: 'chen', page: `packages/leader/case/index?id=${id}`, taps, desk: true })
  const supplied = (name: string, who: 'laoli' | 'xiaozhou', id: string, taps: readonly string[] = []): Visit => ({ name: `supplier-${name}`, person: who, page: `packages/supplier/case/index?id=${id}`, taps, desk: true })
  const desked = (name: string, id: string, taps: readonly string[] = [], person: string = COLLEAGUE): Visit => ({ name: `desk-${name}`, person, page: `packages/operator/case/index?id=${id}`, taps, desk: true })
  const page = (name: string, person: string, at: string, taps: readonly string[] = []): Visit => ({ name, person, page: at, taps, desk: at.startsWith('packages') })
  const filing = (name: string, taps: readonly string[]): Visit => page(`file-${name}`, 'wang', file, taps)
  return [
    filing('quality', ['坏了、烂了', '想要别的处理办法']), filing('hazard', ['吃了不舒服、有危险']), filing('quantity', ['少了、没拿到']), filing('logistics', ['更多原因', '路上弄坏了']),
    filing('service', ['更多原因', '态度不好', '团长，']), filing('missingPart', ['更多原因', '缺配件、缺零件', '发给团长']), filing('orderChange', ['更多原因', '想改、不想要了']), filing('price', ['更多原因', '价钱不对']),
    filing('repair', ['更多原因', '用着坏了、要修']), filing('suggestion', ['更多原因', '提个建议']), filing('other', ['更多原因', '别的事']),
    resident('options', 'wang', of('options'), ['退 ¥10.00']), resident('counter', 'wang', of('options'), ['还个价']), resident('to-return', 'wang', of('toReturn')), resident('return-sheet', 'wang', of('toReturn'), ['我拿出来了']),
    resident('returning', 'wang', of('returning')), resident('returned', 'wang', of('returned')), resident('to-exchange', 'wang', of('toExchange')), resident('to-repair', 'wang', of('toRepair')),
    resident('redelivered', 'wang', of('redelivered')), resident('received-sheet', 'wang', of('redelivered'), ['收到了']), resident('rejected', 'wang', of('rejected')), resident('appeal', 'wang', of('rejected'), ['找人再看看']),
    resident('appealed', 'wang', of('appealed')), resident('dismissed', 'lin', of('dismissed')), resident('ask-again', 'lin', of('dismissed'), ['有新情况，再说一次']), resident('asked-again', 'wang', again),
    resident('countered', 'lin', of('countered')), resident('paying', 'lin', of('paying')), resident('not-arrived', 'lin', of('rateable')), resident('rate', 'lin', of('rateable'), ['评一评']),
    resident('hazard', 'lin', of('hazard')), resident('service', 'wang', of('service')), resident('long', 'wang', of('long')), resident('long-all', 'wang', of('long'), ['中间还有']),
    page('home', 'wang', 'pages/home/index'), page('messages', 'wang', 'pages/messages/index'), page('warning', 'wang', `pages/warning/index?id=${warning.id}`), page('criteria', 'wang', `pages/criteria/index?community=${COMMUNITY.communityId}`),
    led('options', of('options')), led('returning', of('returning')), led('receive', of('returning'), ['收到退货']), led('returned', of('returned')), led('inspect', of('returned'), ['验过了', '和说的不一样']),
    led('to-exchange', of('toExchange'), ['更多']), led('to-repair', of('toRepair')), led('send', of('toExchange'), ['换的发了', '快递']), led('redelivered', of('redelivered')), led('disputed', of('disputed')), led('split', of('disputed'), ['更多', '分一下谁承担']),
    led('countered', of('countered')), led('offer', of('countered'), ['更多', '换个办法']), led('offer-other', of('countered'), ['更多', '换个办法', '换个办法：退货', '退货退款']), led('settle-more', of('countered'), ['更多', '同意，另补运费']),
    led('reject', of('countered'), ['更多', '不同意，']), led('paid', of('paying'), ['我已退款']), led('asked-again', again), led('before-asked-again', of('toAskAgain')), led('plan', of('countered'), ['更多', '接下来怎么办']),
    led('note', of('countered'), ['更多', '记一笔']), led('note-to-all', of('countered'), ['更多', '记一笔', '邻居也看得到']), led('hazard', of('hazard')), led('appealed', of('appealed')), led('long', of('long')),
    page('leader-inbox', 'chen', 'packages/leader/inbox/index'), page('leader-moving', 'chen', 'packages/leader/inbox/index', ['处理中']), page('leader-warning', 'chen', `packages/leader/warning/index?id=${warning.id}`), page('leader-warning-lift', 'chen', `packages/leader/warning/index?id=${warning.id}`, ['解除提醒…']),
    page('leader-routes', 'chen', 'packages/leader/routes/index', ['看会到谁那里']), page('leader-rule', 'chen', 'packages/leader/routes/index', ['加一条规则']), page('leader-replies', 'chen', 'packages/leader/replies/index'), page('leader-reply', 'chen', 'packages/leader/replies/index', ['加一句问供货商时用的']), page('leader-criteria', 'chen', 'packages/leader/criteria/index'),
    supplied('returning', 'xiaozhou', of('returning')), supplied('inspect', 'laoli', of('returned'), ['东西在我这，验过了']), supplied('to-exchange', 'laoli', of('toExchange')), supplied('send', 'laoli', of('toExchange'), ['换的我来发']), supplied('to-repair', 'laoli', of('toRepair')), supplied('redelivered', 'xiaozhou', of('redelivered')),
    supplied('disputed', 'laoli', of('disputed')), supplied('dispute', 'laoli', of('rateable'), ['有不同意见', '到货后没有冷藏']), supplied('hazard', 'xiaozhou', of('hazard')), supplied('long', 'xiaozhou', of('long')),
    page('supplier-cases', 'laoli', 'packages/supplier/cases/index'), page('supplier-bundle', 'laoli', `packages/supplier/bundle/index?${bundle}`),
    page('desk-queue', COLLEAGUE, 'packages/operator/desk/index'), page('desk-queue-all', COLLEAGUE, 'packages/operator/desk/index', ['全部没完的']), desked('hazard', of('hazard')), desked('service', of('service')), desked('appealed', of('appealed')), desked('decide-appeal', of('appealed'), ['重新看，定下来']), desked('decide-appeal-yes', of('appealed'), ['重新看，定下来', '同意居民']),
    desked('asked-again', again), desked('left-out', again, [], DESK.person), desked('long', of('long')), desked('more', of('long'), ['更多']), desked('plan', of('long'), ['更多', '接下来怎么办']), desked('note', of('long'), ['更多', '记一笔']), desked('note-to-all', of('long'), ['更多', '记一笔', '居民也看得到']), desked('investigate', of('long'), ['更多', '先查一查']),
    desked('reassign', of('long'), ['更多', '转给别人定']), desked('offer', of('long'), ['更多', '换个办法']), desked('split', of('disputed'), ['分一下谁承担']), desked('tell', of('rejected'), ['更多', '居民要找人再看看']), page('desk-team', DESK.person, 'packages/operator/team/index'), page('desk-behalf', COLLEAGUE, 'packages/operator/behalf/index'),
  ]
}

async function tell({ state, resident, joinNumber, title, reason = 'spoiled', wish, about, steps }: Story, as: (id: string) => Promise<CloudClient>, photo: (who: CloudClient, title: string) => Promise<string>): Promise<string> {
  const who = await as(resident)
  const line = (await who.call('residentHome', {})).bought.flatMap(g => g.lines).find(l => l.title.includes(title) && l.joinNumber === joinNumber)
  if (!line) throw new Error(`${resident} bought no ${title} as number ${joinNumber}`)
  const caseId = randomUUID()
  const counted = reason === 'spoiled' ? { measure: 'pieces' as const, bad: 1, damage: 100 as const } : reason === 'repair' ? { measure: 'pieces' as const, bad: 1, damage: 100 as const } : { measure: 'none' as const }
  await who.call('fileCase', {
    caseId, orderId: line.orderId, lineId: line.lineId, reason, claim: counted, wish: wish ?? { kind: 'refund', amount: Math.floor(line.paid / line.quantity) }, ...(about ? { about } : {}),
    photos: reason === 'attitude' ? [] : [await photo(who, title), await photo(who, title)], words: reason === 'attitude' ? '问了三次都说不知道' : '一打开就是烂的，下面一层都是水',
  })
  for (const [person, party, does] of steps) {
    const one = await as(person)
    const command = typeof does === 'function' ? await does(() => photo(one, title)) : does
    const { view } = await one.call('showCase', { caseId, as: party })
    await one.call('actOnCase', { caseId, commandId: randomUUID(), seen: view.version, as: party, command }).catch((refused: unknown) => { throw new Error(`${state}: ${person} may not ${command.type}`, { cause: refused }) })
    if (party !== 'resident') await whenEffective(one, caseId, party)
  }
  return caseId
}
