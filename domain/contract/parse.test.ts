import fc from 'fast-check'
import { functionOf, inputs, type CallName } from './calls'
import { isCall, parseInput } from './parse'
import { refusal, refuse, Refused } from './refusal'

const CASE = '0f8fad5b-d9cb-469f-a165-70867728950e'
const COMMAND = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const MEMBER = `p${'0'.repeat(30)}`
const DIGEST = 'a'.repeat(64)
const FILE = 'cloud://env-1.bucket/uploads/p1/orders.xlsx'
const CALLS = Object.keys(inputs) as CallName[]
type Fields = Record<string, unknown>

/** An input that each call accepts. */
const GOOD: Record<CallName, Fields> = {
  whoAmI: {}, residentHome: {}, listNotices: { after: { at: 5, id: `${CASE}:0:leader:p1` } }, showNoticeSettings: {},
  saveNoticeSettings: { quiet: { from: 1320, to: 480 }, choices: { leader: { progress: { wechat: false } } } },
  showGroupBuy: { groupBuyId: 'g1' },
  bindOrders: { groupBuyId: 'g1', joinNumber: '15', phoneLast4: '0042' },
  listHouseholds: {}, unbindHousehold: { householdId: 'h1' },
  showCommunity: { communityId: 'c1' },
  editCommunity: { communityId: 'c1', name: '阳光花园', leaderName: '李姐', leaderPhone: '', pickupPoints: ['东门'], serviceHours: [[{ from: 480, to: 1320 }], [], [], [], [], [], []], holidayHours: null, seen: 0 },
  showRoutes: { communityId: 'c1' }, saveRoutes: { communityId: 'c1', version: 0, rules: [{ id: 'r1', when: { classes: ['quality'], reasons: ['spoiled'], productKeys: ['草莓(2斤/盒)'], supplierIds: ['s1'], askedAtLeast: 5000 }, then: { holder: 'operator', recoverFrom: 'nobody' }, words: '贵的先请平台看' }, { id: 'r2', when: {}, then: { holder: 'leader' }, words: '都归团长' }] },
  tryRoute: { communityId: 'c1', rules: [], about: { of: 'matter', class: 'quality', reason: 'spoiled', productKey: '草莓', supplierId: 's1', amountAsked: 100 } },
  showClocks: { communityId: 'c1' }, previewClocks: { communityId: 'c1', rules: [], hours: { serviceHours: [[{ from: 480, to: 1320 }], [], [], [], [], [], []], holidayHours: null } },
  saveClocks: { communityId: 'c1', seen: 0, rules: [{ clock: 'review', class: 'quality', priority: 'complex', allows: { within: 3600_000, of: 'always' }, remindBefore: [1800_000], nudgeEvery: 1800_000, escalateAfter: { within: 7200_000, of: 'always' } }, { clock: 'resolve', allows: { workingDays: 5 } }, { clock: 'resolve', class: 'logistics', allows: { today: true } }] },
  showReplies: { communityId: 'c1' }, saveReplies: { communityId: 'c1', version: 1, replies: [{ id: 'usual:reject:kept:1', purpose: 'reject', tone: 'calm', words: '{称呼}您好', criterion: 'kept' }] },
  showCriteria: { communityId: 'c1' }, publishCriterion: { communityId: 'c1', code: CASE, words: '软果不退' }, retireCriterion: { communityId: 'c1', code: CASE },
  inviteToCommunity: { communityId: 'c1', to: { role: 'helper', limit: 5000 } }, showRoleInvitation: { token: 'T'.repeat(24) }, acceptRole: { token: 'T'.repeat(24), name: '老公', phone: '' }, revokeRoleInvitation: { communityId: 'c1', invitationId: '0'.repeat(64) },
  changeMember: { communityId: 'c1', memberId: MEMBER, to: { role: 'helperLeader', part: { pickupPoints: ['东门'], numbers: [{ groupBuyId: 'g1', from: 1, to: 20 }] } } },
  removeFromTeam: { communityId: 'c1', memberId: MEMBER }, leaveRole: { communityId: 'c1' }, gatheredCases: { communityId: 'c1' }, groupBuyCode: { groupBuyId: 'g1' },
  showLine: { orderId: 'o1', lineId: 'l1' },
  addPhoto: { fileId: FILE }, addVoice: { fileId: FILE }, addVideo: { fileId: FILE },
  fileCase: { caseId: CASE, orderId: 'o1', lineId: 'l1', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 1260 }, photos: ['p1'], voices: ['v1'], videos: ['m1'], words: '坏了', logistics: { carrier: '顺丰', waybill: 'SF1234567890' }, about: 'leader' },
  askAgain: { caseId: CASE, of: COMMAND, words: '找到了当天的照片', photos: ['p1'], wish: { kind: 'refund', amount: 1260 } },
  fileOnBehalf: { caseId: CASE, orderId: 'o1', lineId: 'l1', channel: 'groupChat', reason: 'spoiled', claim: { measure: 'pieces', bad: 1, damage: 100 }, wish: { kind: 'refund', amount: 1260 }, photos: [], words: '群里说坏了', logistics: { carrier: '', waybill: '' }, about: 'supplier' },
  listUntold: { communityId: 'c1' }, groupBuyProgress: { groupBuyId: 'g1' },
  listBuyers: { groupBuyId: 'g1' }, readChat: { groupBuyId: 'g1', text: '王阿姨：草莓坏了' },
  showCase: { caseId: CASE, as: 'resident' },
  actOnCase: { caseId: CASE, commandId: COMMAND, seen: 1, as: 'leader', command: { type: 'settle', amount: 1260 } },
  decideTogether: { decisionId: COMMAND, communityId: 'c1', step: { type: 'asAsked' }, about: { groupBuyId: 'g1', productId: 'p1', odd: [] }, cases: [{ caseId: CASE, seen: 1 }] },
  refundSheetFile: { groupBuyId: 'g1' },
  deductionSheet: { supplierId: 's1', groupBuyId: 'g1' },
  showBundle: { supplierId: 's1', groupBuyId: 'g1', as: 'supplier' },
  carryOn: { decisionId: COMMAND }, undoTogether: { decisionId: COMMAND },
  checkArrival: { groupBuyId: 'g1', checkId: COMMAND, checks: [{ productId: 'p1', arrived: 30, damaged: 2, photos: ['ph1'], bearer: 'supplier' }] },
  showArrival: { groupBuyId: 'g1' }, markPickedUp: { groupBuyId: 'g1', orderIds: ['o1'], pickedUp: true, heldStays: true },
  refundSheet: { groupBuyId: 'g1' },
  showIncident: { groupBuyId: 'g1', productId: 'p1' }, askBuyers: { groupBuyId: 'g1', productId: 'p1' }, showAsk: { askId: 'a1' }, answerAsk: { askId: 'a1', answer: 'fine' },
  openCommunity: { communityId: CASE, name: '阳光花园', leaderName: '李姐', leaderPhone: '13800138000', pickupPoints: ['东门'], serviceHours: [[{ from: 480, to: 1320 }], [], [], [], [], [], []] },
  openDesk: { token: 'T'.repeat(32), desk: { kind: 'new', deskId: CASE, name: '邻里平台', phone: '', called: '小许' } }, showDesk: { deskId: CASE }, editDesk: { deskId: CASE, name: '邻里平台', phone: '' }, endDesk: { communityId: 'c1' },
  inviteToDesk: { deskId: CASE, capabilities: ['support'], limit: 5000 }, showDeskInvitation: { token: 'T'.repeat(32) }, acceptDeskInvitation: { token: 'T'.repeat(32), name: '小唐' },
  revokeDeskInvitation: { deskId: CASE, invitationId: DIGEST }, changeOperator: { deskId: CASE, memberId: MEMBER, capabilities: ['support', 'management'], limit: null }, removeOperator: { deskId: CASE, memberId: MEMBER },
  deskQueue: { deskId: CASE, show: 'mine', communityId: 'c1', after: { dueAt: 5, id: CASE } }, deskGroupBuys: { communityId: 'c1' }, showBoard: { of: { kind: 'desk', id: CASE }, communityId: 'c1', supplierId: 's1', rows: 60 },
  leaderInbox: { communityId: 'c1', tab: 'mine' },
  listGroupBuys: { communityId: 'c1' }, markArrived: { groupBuyId: 'g1' },
  nameSupplier: { groupBuyId: 'g1', productId: 'p1', supplierName: '郭老板' },
  agreeOnSilence: { supplierId: 's1', admits: true },
  agreeOnRecovery: { supplierId: 's1', recoverAt: 'cost' },
  listBindings: { communityId: 'c1' }, confirmBinding: { bindingId: 'b1', yes: true },
  inviteSupplier: { supplierId: 's1', groupBuyId: 'g1' }, showLink: { token: 'T'.repeat(32) }, askToJoin: { token: 'T'.repeat(32), name: '小郭' }, answerJoin: { requestId: 'r1', yes: false },
  showSupplier: { supplierId: 's1' }, revokeLink: { linkId: 'l1' }, removeMember: { supplierId: 's1', memberId: 'm1' }, acceptInvitation: { token: 'T'.repeat(24), name: '郭老板' }, supplierCases: { tab: 'all' },
  previewWarning: { groupBuyId: 'g1', productId: 'p1' }, startWarning: { groupBuyId: 'g1', productId: 'p1', words: '有玻璃渣', doThis: 'keepAside', caseId: CASE }, carryOnWarning: { warningId: 'w1' },
  showWarning: { warningId: 'w1', from: 50 }, countWarning: { warningId: 'w1' }, readWarning: { warningId: 'w1' }, acknowledgeWarning: { warningId: 'w1' },
  markReached: { warningId: 'w1', householdId: 'h1', mark: { outcome: 'reached', how: 'phone' } }, holdProduct: { warningId: 'w1', hold: false, words: '换了一批' }, liftWarning: { warningId: 'w1', words: '查过了没事' },
  readNotices: { ids: [`${CASE}:0:leader:p1`] }, recordConsent: { askId: COMMAND, answers: { tpl1: 'accept', tpl2: 'reject' } },
  showChannels: { place: { kind: 'community', id: 'c1' } }, setRobot: { place: { kind: 'supplier', id: 's1' }, key: COMMAND }, testRobot: { place: { kind: 'community', id: 'c1' } }, removeRobot: { place: { kind: 'community', id: 'c1' } },
  askCode: { way: 'email', address: 'a@b.cn' }, confirmCode: { way: 'sms', code: '012345' }, removeContact: { way: 'email' },
  previewImport: { communityId: 'c1', ordersFile: FILE, productsFile: FILE }, confirmImport: { communityId: 'c1', ordersFile: FILE, digest: DIGEST },
}
const PARTS: Fields = { measure: 'parts', parts: [{ name: '螺丝', model: null, quantity: 4 }], proof: 'order', noticedAt: 0, noticed: 'opened', extent: 'partly', amount: 500 }
const COMMANDS: Fields[] = [
  { type: 'settle' }, { type: 'settle', amount: 0 }, { type: 'forward', words: '' }, { type: 'reject', criterion: 'kept', words: '放久了', review: 'call' }, { type: 'reject', criterion: `own:${CASE}`, words: '开团时说过', review: 'call' },
  { type: 'offer', options: [{ remedy: 'refund', refund: 100 }], words: '' }, { type: 'agree', option: 0 }, { type: 'decline', words: '' }, { type: 'agree', option: 0, onBehalf: { channel: 'phone', words: '行', photos: [] } }, { type: 'decline', words: '', onBehalf: { channel: 'groupChat', words: '', photos: ['p1'] } }, { type: 'withdraw', words: '' },
  { type: 'grantAsAsked', words: '' }, { type: 'disputeAsAsked', reason: 'other', words: '雨', photos: [] }, { type: 'admitRecovery', words: '' },
  { type: 'disputeRecovery', reason: 'oldPhoto', words: '', photos: ['p'] }, { type: 'payRefund', channel: 'cash', reference: '', photos: [] }, { type: 'promise', until: 0 }, { type: 'undo' }, { type: 'tell', how: 'onSite' },
]

/** Any words will do, as long as they are few. */
const FREE_TEXT = ['text', 'name', 'leaderName', 'supplierName', 'words']
/** Where nothing is an answer of its own. */
const MAY_BE_NULL = ['editCommunity.holidayHours', 'saveNoticeSettings.quiet', 'inviteToDesk.limit', 'changeOperator.limit']
const MAY_BE_LEFT_OUT = ['showChannels.place', 'deskQueue.communityId', 'deskQueue.after', 'listNotices.after', 'showBoard.communityId', 'showBoard.supplierId', 'showBoard.rows', 'fileCase.voices', 'fileCase.videos', 'tryRoute.rules', 'previewClocks.rules', 'previewClocks.hours', 'fileCase.logistics', 'fileCase.about', 'askAgain.wish', 'fileOnBehalf.logistics', 'fileOnBehalf.about', 'showCase.as', 'markPickedUp.heldStays', 'startWarning.caseId', 'showBundle.as', 'inviteSupplier.groupBuyId', 'actOnCase.as', 'openCommunity.serviceHours', 'decideTogether.communityId', 'decideTogether.about', 'decideTogether.cases', 'previewImport.productsFile']

const parsed = (call: CallName, input: unknown) => parseInput(call, input)
const trouble = (call: CallName, input: unknown) => {
  const result = parsed(call, input)
  if ('input' in result) return 'accepted'
  expect(result.refusal.code).toBe('BAD_INPUT')
  expectPlain(result.refusal.message)
  return result.refusal.field
}
/** Short Chinese, without a word of English and without what was sent. */
function expectPlain(message: string) {
  expect(message).toMatch(/^[一-鿿0-9，。 ]{3,20}$/)
}
const actWith = (command: unknown): Fields => ({ ...GOOD.actOnCase, command })
const fileWith = (over: Fields): Fields => ({ ...GOOD.fileCase, ...over })

describe.each(CALLS)('%s', call => {
  const fields = Object.keys(GOOD[call])

  it('takes what it asks for, as it is', () => {
    expect(parsed(call, GOOD[call])).toEqual({ input: GOOD[call] })
  })

  it.each(['openid', 'role', 'personId', 'residentId', 'uid', 'userInfo', 'price', 'now', '角色', 'constructor', 'toString', '__proto__'])('refuses a slipped-in %s', name => {
    const input = JSON.parse(JSON.stringify(GOOD[call]).replace(/}$/, `${fields.length > 0 ? ',' : ''}${JSON.stringify(name)}:"leader"}`)) as Fields
    expect(trouble(call, input)).toBe(name)
  })

  it('needs every field, unless it may be left out', () => {
    for (const name of fields) {
      const { [name]: _left, ...rest } = GOOD[call]
      expect(trouble(call, rest)).toBe(MAY_BE_LEFT_OUT.includes(`${call}.${name}`) ? 'accepted' : name)
    }
  })

  it('takes no other kind of thing for any field', () => {
    for (const name of fields) {
      const wrong = [...(MAY_BE_NULL.includes(`${call}.${name}`) ? [] : [null]), NaN, Infinity, -1.5, [[]], { a: 1 }, () => 1, Symbol('x'), 10n, 'x'.repeat(1_000_000), '中文'.repeat(500_000)]
      const wrongWords = FREE_TEXT.includes(name) ? [] : ['\u0000', '../../etc/passwd', '{"$ne":1}']
      for (const value of [...wrong, ...wrongWords]) expect(trouble(call, { ...GOOD[call], [name]: value })?.split('.')[0]).toBe(name)
    }
  })

  it.each([undefined, null, 'x', 1, NaN, true, [{}]])('is no call with %p for an input', input => {
    expect('refusal' in parsed(call, input)).toBe(true)
  })
})

describe('the wrong shape inside', () => {
  it.each<[string, Fields, string]>([
    ['nothing bad', { claim: { measure: 'pieces', bad: 0, damage: 100 } }, 'claim.bad'],
    ['fewer than nothing', { claim: { measure: 'pieces', bad: -1, damage: 100 } }, 'claim.bad'],
    ['half a piece', { claim: { measure: 'pieces', bad: 0.5, damage: 100 } }, 'claim.bad'],
    ['not a number of pieces', { claim: { measure: 'pieces', bad: NaN, damage: 100 } }, 'claim.bad'],
    ['a number in words', { claim: { measure: 'pieces', bad: '1', damage: 100 } }, 'claim.bad'],
    ['a damage between the steps', { claim: { measure: 'pieces', bad: 1, damage: 42 } }, 'claim.damage'],
    ['a damage above all', { claim: { measure: 'pieces', bad: 1, damage: 1000 } }, 'claim.damage'],
    ['half a gram', { claim: { measure: 'weight', bad: 1, promised: 500.5, actual: 1 } }, 'claim.promised'],
    ['a weight below nothing', { claim: { measure: 'weight', bad: 1, promised: 500, actual: -1 } }, 'claim.actual'],
    ['an unknown measure', { claim: { measure: 'feeling', bad: 1 } }, 'claim.measure'],
    ['pieces and weight at once', { claim: { measure: 'pieces', bad: 1, damage: 100, promised: 5 } }, 'claim.promised'],
    ['nothing to count, counted', { claim: { measure: 'none', bad: 1 } }, 'claim.bad'],
    ['parts that are none', { claim: { ...PARTS, parts: 'screws' } }, 'claim.parts'],
    ['fifty-one parts', { claim: { ...PARTS, parts: Array.from({ length: 51 }, () => ({ name: '', model: null, quantity: 1 })) } }, 'claim.parts'],
    ['a part with a long name', { claim: { ...PARTS, parts: [{ name: '钉'.repeat(41), model: null, quantity: 1 }] } }, 'claim.parts.0.name'],
    ['a part without a word on its model', { claim: { ...PARTS, parts: [{ name: '螺丝', quantity: 1 }] } }, 'claim.parts.0.model'],
    ['half a part', { claim: { ...PARTS, parts: [{ name: '螺丝', model: '', quantity: 0.5 }] } }, 'claim.parts.0.quantity'],
    ['parts proven by nothing', { claim: { ...PARTS, proof: null } }, 'claim.proof'], ['parts missed at no time', { claim: { ...PARTS, noticedAt: NaN } }, 'claim.noticedAt'],
    ['parts missed in no way', { claim: { ...PARTS, noticed: 'dreamt' } }, 'claim.noticed'], ['parts of no weight', { claim: { ...PARTS, extent: '' } }, 'claim.extent'], ['parts worth less than nothing', { claim: { ...PARTS, amount: -1 } }, 'claim.amount'],
    ['a waybill that is a sentence', { logistics: { carrier: '', waybill: '在 驿站' } }, 'logistics.waybill'], ['a carrier without end', { logistics: { carrier: '顺'.repeat(21), waybill: '' } }, 'logistics.carrier'],
    ['about nobody', { about: 'neighbour' }, 'about'],
    ['a forged preview in the claim', { claim: { measure: 'pieces', bad: 1, damage: 100, preview: 9999 } }, 'claim.preview'],
    ['a wish below nothing', { wish: { kind: 'refund', amount: -1 } }, 'wish.amount'],
    ['a wish of half a fen', { wish: { kind: 'refund', amount: 0.5 } }, 'wish.amount'],
    ['a wish without end', { wish: { kind: 'refund', amount: Infinity } }, 'wish.amount'],
    ['a wish nobody knows', { wish: { kind: 'revenge' } }, 'wish.kind'],
    ['nothing wished, with an amount', { wish: { kind: 'none', amount: 5 } }, 'wish.amount'],
    ['an unknown reason', { reason: 'hungry' }, 'reason'], ['a reason that every object has', { reason: 'toString' }, 'reason'],
    ['a photo that is no id', { photos: ['p1', 'a/b'] }, 'photos.1'], ['a photo that is a number', { photos: [7] }, 'photos.0'], ['fifty-one photos', { photos: Array.from({ length: 51 }, (_, i) => `p${i}`) }, 'photos'],
    ['a voice that is no id', { voices: ['a/b'] }, 'voices.0'], ['a voice with a length of its own', { voices: [{ id: 'v1', seconds: 3 }] }, 'voices.0'], ['fifty-one voices', { voices: Array.from({ length: 51 }, (_, i) => `v${i}`) }, 'voices'],
    ['501 letters', { words: '坏'.repeat(501) }, 'words'], ['a megabyte of words', { words: '坏'.repeat(400_000) }, 'words'],
    ['an id that is none', { caseId: 'case-1' }, 'caseId'], ['an empty order', { orderId: '' }, 'orderId'], ['an order that asks the database', { orderId: { $gt: '' } }, 'orderId'],
  ])('filing: %s', (_what, over, field) => {
    expect(trouble('fileCase', fileWith(over))).toBe(field)
  })

  it('filing: ten photos pass the shape, so that the case itself says what is wrong; words are trimmed', () => {
    expect(trouble('fileCase', fileWith({ photos: Array.from({ length: 10 }, (_, i) => `p${i}`) }))).toBe('accepted')
    expect(parsed('fileCase', fileWith({ words: '  坏了\n' }))).toMatchObject({ input: { words: '坏了' } })
  })

  it.each(COMMANDS)('acting: %j is a command, and nothing can be slipped into it', command => {
    expect(parsed('actOnCase', actWith(command))).toMatchObject({ input: { command } })
    for (const forged of ['by', 'party', 'personId', 'recovery', 'at']) expect(trouble('actOnCase', actWith({ ...command, [forged]: 'x' }))).toBe(`command.${forged}`)
    for (const name of Object.keys(command)) {
      const { [name]: _left, ...rest } = command
      expect(trouble('actOnCase', actWith(rest))).toBe(name === 'amount' || name === 'onBehalf' ? 'accepted' : `command.${name}`)
      expect(trouble('actOnCase', actWith({ ...command, [name]: NaN }))).toBe(`command.${name}`)
    }
  })

  it.each<[string, unknown, string]>([
    ['unknown', { type: 'destroy' }, 'command.type'], ['of the prototype', { type: 'constructor' }, 'command.type'], ['an event', { type: 'Settled', amount: 1, recovery: 0 }, 'command.type'],
    ['no object', 'settle', 'command'], ['a list', [{ type: 'settle' }], 'command.type'],
    ['an offer of four', { type: 'offer', options: Array(4).fill({ remedy: 'refund', refund: 1 }), words: '' }, 'command.options'],
    ['an offer of half a fen', { type: 'offer', options: [{ remedy: 'refund', refund: 1 }, { remedy: 'refund', refund: 0.5 }], words: '' }, 'command.options.1.refund'],
    ['an offer with something slipped in', { type: 'offer', options: [{ remedy: 'refund', refund: 1, paid: true }], words: '' }, 'command.options.0.paid'],
    ['an offer of something else', { type: 'offer', options: [{ remedy: 'gold', refund: 1 }], words: '' }, 'command.options.0.remedy'],
    ['a settlement below nothing', { type: 'settle', amount: -1 }, 'command.amount'],
    ['an option below nothing', { type: 'agree', option: -1 }, 'command.option'],
  ])('acting: a command that is %s', (_what, command, field) => {
    expect(trouble('actOnCase', actWith(command))).toBe(field)
  })

  it.each<[CallName, Fields, string]>([
    ['actOnCase', { seen: 0 }, 'seen'], ['actOnCase', { seen: 1.5 }, 'seen'], ['actOnCase', { as: 'system' }, 'as'], ['showCase', { as: 'admin' }, 'as'],
    ['bindOrders', { phoneLast4: '123' }, 'phoneLast4'], ['bindOrders', { phoneLast4: '12345' }, 'phoneLast4'], ['bindOrders', { phoneLast4: 1234 }, 'phoneLast4'], ['bindOrders', { phoneLast4: '１２３４' }, 'phoneLast4'], ['bindOrders', { joinNumber: '' }, 'joinNumber'],
    ['addPhoto', { fileId: 'https://evil.example/x.jpg' }, 'fileId'], ['addPhoto', { fileId: 'cloud://env/a b.jpg' }, 'fileId'],
    ['openCommunity', { name: '阳' }, 'name'], ['openCommunity', { leaderName: ' ' }, 'leaderName'], ['openCommunity', { leaderPhone: '12345' }, 'leaderPhone'], ['openCommunity', { pickupPoints: ['东门', ''] }, 'pickupPoints.1'], ['openCommunity', { pickupPoints: Array(21).fill('门') }, 'pickupPoints'],
    ['leaderInbox', { tab: '我的' }, 'tab'], ['supplierCases', { tab: 'constructor' }, 'tab'], ['confirmBinding', { yes: 'true' }, 'yes'], ['acceptInvitation', { token: 'short' }, 'token'],
    ['inviteToCommunity', { to: { role: 'operator' } }, 'to.role'], ['inviteToCommunity', { to: { role: 'helper', limit: 0 } }, 'to.limit'], ['inviteToCommunity', { to: { role: 'helper', limit: Infinity } }, 'to.limit'], ['inviteToCommunity', { to: { role: 'leader', limit: 5 } }, 'to.limit'],
    ['openDesk', { desk: { kind: 'own', deskId: CASE, name: '别的名字' } }, 'desk.name'], ['openDesk', { desk: { kind: 'new', deskId: 'd1', name: '邻里平台', phone: '', called: '小许' } }, 'desk.deskId'], ['openDesk', { desk: { kind: 'taken', deskId: CASE } }, 'desk.kind'],
    ['inviteToDesk', { capabilities: [] }, 'capabilities'], ['inviteToDesk', { capabilities: ['root'] }, 'capabilities.0'], ['inviteToDesk', { limit: 0 }, 'limit'], ['inviteToDesk', { limit: undefined }, 'limit'], ['changeOperator', { memberId: 'p1' }, 'memberId'], ['deskQueue', { show: 'all' }, 'show'], ['deskQueue', { after: { dueAt: 5 } }, 'after.id'],
    ['changeMember', { to: { role: 'helperLeader', part: { pickupPoints: [], numbers: [] } } }, 'to.part'], ['changeMember', { to: { role: 'helperLeader', part: { pickupPoints: [], numbers: [{ groupBuyId: 'g1', from: 9, to: 2 }] } } }, 'to.part.numbers.0'], ['changeMember', { to: { role: 'leader' } }, 'to.role'],
    ['editCommunity', { serviceHours: [] }, 'serviceHours.0'], ['editCommunity', { serviceHours: [[{ from: 600, to: 600 }], [], [], [], [], [], []] }, 'serviceHours.0.0'], ['editCommunity', { serviceHours: Array(8).fill([]) }, 'serviceHours.7'],
    ['editCommunity', { serviceHours: [[{ from: 600, to: 700 }, { from: 700, to: 800 }], [], [], [], [], [], []] }, 'serviceHours.0'], ['editCommunity', { serviceHours: Array(7).fill([]) }, 'serviceHours'], ['editCommunity', { holidayHours: [{ from: 0, to: 1441 }] }, 'holidayHours.0.to'], ['previewClocks', { hours: { serviceHours: Array(7).fill([]), holidayHours: null } }, 'hours.serviceHours'],
    ['bindOrders', { name: '王' }, 'joinNumber'], ['leaveRole', { communityId: 7 }, 'communityId'],
    ['startWarning', { words: '' }, 'words'], ['startWarning', { words: '坏'.repeat(61) }, 'words'], ['startWarning', { doThis: 'eatIt' }, 'doThis'], ['markReached', { mark: { outcome: 'reached' } }, 'mark.how'], ['markReached', { mark: { outcome: 'takenBack', how: 'phone' } }, 'mark.how'], ['markReached', { mark: { outcome: 'reached', how: 'acknowledged' } }, 'mark.how'], ['showWarning', { from: -1 }, 'from'],
    ['setRobot', { key: 'k'.repeat(201) }, 'key'], ['setRobot', { key: `https://evil.example/?key=${COMMAND}` }, 'key'], ['setRobot', { place: { kind: 'household', id: 'h1' } }, 'place.kind'], ['confirmCode', { code: '12345' }, 'code'], ['confirmCode', { way: 'wechat' }, 'way'],
    ['askCode', { address: 'a@b' }, 'address'], ['askCode', { address: 'a@b.cn\r\nBcc: c@d.cn' }, 'address'], ['askCode', { way: 'sms' }, 'address'], ['askCode', { way: 'sms', address: '+8613800000000' }, 'address'],
    ['listNotices', { after: { at: -1, id: 'n1' } }, 'after.at'], ['listNotices', { after: { at: 5 } }, 'after.id'], ['listNotices', { after: { at: 5, id: { $gt: '' } } }, 'after.id'],
    ['readNotices', { ids: [] }, 'ids'], ['readNotices', { ids: ['n1', { $gt: '' }] }, 'ids.1'], ['readNotices', { ids: Array.from({ length: 101 }, (_, i) => `n${i}`) }, 'ids'], ['readNotices', { ids: undefined, upTo: 5 }, 'ids'],
    ['saveNoticeSettings', { quiet: { from: 480, to: 480 } }, 'quiet'], ['saveNoticeSettings', { quiet: { from: 0, to: 1440 } }, 'quiet.to'], ['saveNoticeSettings', { choices: { system: {} } }, 'choices.system'], ['saveNoticeSettings', { choices: { leader: { birthday: {} } } }, 'choices.leader.birthday'],
    ['saveNoticeSettings', { choices: { leader: { progress: { pigeon: true } } } }, 'choices.leader.progress.pigeon'],
    ['recordConsent', { answers: { tpl1: '同意' } }, 'answers.tpl1'], ['recordConsent', { answers: Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`t${i}`, 'accept'])) }, 'answers'],
    ['confirmImport', { digest: 'A'.repeat(64) }, 'digest'], ['previewImport', { ordersFile: FILE.replace('cloud', 'file') }, 'ordersFile'],
  ])('%s with %j', (call, over, field) => {
    expect(trouble(call, { ...GOOD[call], ...over })).toBe(field)
  })
})

describe('whatever is sent', () => {
  const anything = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }), fc.jsonValue())

  it('never throws, and is either exactly the input or a short refusal in Chinese', () => {
    fc.assert(fc.property(fc.constantFrom(...CALLS), anything, (call, input) => {
      const result = parsed(call, input)
      if ('refusal' in result) {
        expectPlain(result.refusal.message)
        expect(result.refusal.field?.length ?? 0).toBeLessThanOrEqual(100)
      }
    }), { numRuns: 2000 })
  })

  it('in place of any field, or beside them, never throws', () => {
    fc.assert(fc.property(fc.constantFrom(...CALLS), fc.nat(10), fc.string(), anything, (call, which, extra, value) => {
      const fields = Object.keys(GOOD[call])
      const name = fields.length > 0 ? (fields[which % fields.length] ?? extra) : extra
      const before = JSON.stringify(GOOD[call])
      const replaced = parsed(call, { ...GOOD[call], [name]: value })
      if ('refusal' in replaced) expectPlain(replaced.refusal.message)
      expect(JSON.stringify(GOOD[call])).toBe(before)
      if (!fields.includes(extra)) expect('refusal' in parsed(call, Object.fromEntries([...Object.entries(GOOD[call]), [extra, value]]))).toBe(true)
    }), { numRuns: 1000 })
  })

  it('a megabyte of it gets a short answer', () => {
    const long = 'x'.repeat(1_000_000)
    for (const call of CALLS) {
      for (const input of [long, [long], { [long]: 1 }, { ...GOOD[call], [long]: 1 }, { ...GOOD[call], [`键${long}`]: 1 }]) {
        const result = parsed(call, input)
        expect('refusal' in result && JSON.stringify(result.refusal).length).toBeLessThan(300)
      }
    }
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
    expect(trouble('fileCase', fileWith({ photos: deep }))).toBe('photos.0')
    expect(trouble('fileCase', fileWith({ photos: Array(200_000).fill(1) }))).toBe('photos.0')
  })
})

describe('a call', () => {
  it('is one of the contract\'s, and nothing that objects have by nature', () => {
    for (const call of CALLS) expect(isCall(call)).toBe(true)
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'WhoAmI', '', ' whoAmI', null, undefined, 1, ['whoAmI'], {}]) expect(isCall(name)).toBe(false)
  })

  it('is answered by api, imports by import, sheets by sheets, what asks services outside by courier', () => {
    const OUTSIDE: CallName[] = ['groupBuyCode', 'showChannels', 'setRobot', 'testRobot', 'removeRobot', 'askCode', 'confirmCode', 'removeContact']
    for (const call of CALLS) expect(functionOf(call)).toBe(call === 'previewImport' || call === 'confirmImport' ? 'import' : call === 'deductionSheet' || call === 'refundSheetFile' ? 'sheets' : OUTSIDE.includes(call) ? 'courier' : 'api')
  })
})

describe('a refusal', () => {
  it('leaves out the field where there is none', () => {
    expect(refusal('A', '不行')).toStrictEqual({ code: 'A', message: '不行' })
    expect(refusal('A', '不行', 'x.y')).toStrictEqual({ code: 'A', message: '不行', field: 'x.y' })
  })

  it('can be thrown and says what it is', () => {
    expect(() => refuse('A', '不行', 'x')).toThrow(Refused)
    expect(() => refuse('A', '不行', 'x')).toThrow('A (x): 不行')
    expect(() => refuse('A', '不行')).toThrow('A: 不行')
  })
})
