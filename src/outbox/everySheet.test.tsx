import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Case } from '../../domain/case/case'
import { examples, HOUR, lastAt, LEADER, OPERATOR, RESIDENT, SUPPLIER, type ExampleName } from '../../domain/case/exampleCase'
import { caseView, type CaseView } from '../../domain/people/caseView'
import { platform } from '../cloud/platform'
import { AskEvidenceSheet } from '../components/AskEvidenceSheet/AskEvidenceSheet'
import { CarrierSheet } from '../components/CarrierSheet/CarrierSheet'
import { CheckReturnSheet } from '../components/CheckReturnSheet/CheckReturnSheet'
import { GoodsWaySheet } from '../components/GoodsWaySheet/GoodsWaySheet'
import { NoteSheet } from '../components/NoteSheet/NoteSheet'
import { OfferSheet } from '../components/OfferSheet/OfferSheet'
import { PlanSheet } from '../components/PlanSheet/PlanSheet'
import { RejectSheet } from '../components/RejectSheet/RejectSheet'
import { SettleSheet } from '../components/SettleSheet/SettleSheet'
import { SplitSheet } from '../components/SplitSheet/SplitSheet'
import { AddForNeighbour } from '../packages/leader/parts/case/AddForNeighbour'
import { AnswerSheet } from '../packages/leader/parts/case/AnswerSheet'
import { ForwardSheet } from '../packages/leader/parts/case/ForwardSheet'
import { PaidSheet } from '../packages/leader/parts/case/PaidSheet'
import { ReceivedSheet } from '../packages/leader/parts/case/ReceivedSheet'
import { StartRefundSheet } from '../packages/leader/parts/case/StartRefundSheet'
import { DecideAppealSheet } from '../packages/operator/parts/steps/DecideAppealSheet'
import { StepSheets } from '../packages/operator/parts/steps/StepSheets'
import { DisputeSheet } from '../packages/supplier/parts/DisputeSheet'
import { SheetAbove, type CaseSheet } from '../pages/case/sheets/SheetAbove'
import type { DeskStep } from '../packages/operator/parts/deskSteps'
import { draftOwner, SheetOwner } from './sheetDraft'

const ALL = examples()
const PEOPLE = { resident: RESIDENT, leader: LEADER, supplier: SUPPLIER, operator: OPERATOR }
const seen = (name: ExampleName, as: keyof typeof PEOPLE): CaseView => caseView(ALL[name] as Case, PEOPLE[as], lastAt(ALL[name]) + HOUR)

type Send = (command: unknown) => Promise<boolean>
const shared = { busy: false, said: null, onClose: () => undefined }
const noLinks = { links: {}, onAgain: () => undefined, phrases: () => [] }
const say = (name: string | RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const pick = (name: string | RegExp, role = 'radio') => fireEvent.click(screen.getByRole(role, { name }))
const tap = (name: string | RegExp) => act(async () => { fireEvent.click(screen.getByRole('button', { name })); await Promise.resolve() })
/** One of the days to choose from. */
const someDay = () => fireEvent.click(screen.getAllByRole('radio', { name: /晚上9点$/ })[1]!)

const desk = (step: DeskStep, name: ExampleName) => (onSend: Send) => <StepSheets step={step} view={seen(name, 'operator')} {...shared} {...noLinks} onSend={onSend} />
const home = (sheet: CaseSheet, name: ExampleName) => (onSend: Send) => <SheetAbove sheet={sheet} view={seen(name, 'resident')} {...shared} act={onSend} />

/** Every kind of sheet above a case: how it is filled in, what its button says then, and what goes. */
const SHEETS: [what: string, sheet: (onSend: Send) => ReactNode, fill: () => unknown, send: string | RegExp, goes: object][] = [
  ['an offer of an amount', onSend => <OfferSheet open asked={1260} most={2990} phrases={[]} {...shared} onSend={c => void onSend(c)} />, () => { say('或者自己填一个', '7.5'); say(/^跟人家说一句/, '您看行吗') }, '发出去：退 ¥7.50', { type: 'offer', options: [{ remedy: 'refund', refund: 750 }], words: '您看行吗' }],
  ['an offer of several', onSend => <OfferSheet open asked={1260} most={2990} phrases={[]} {...shared} onSend={c => void onSend(c)} />, async () => {
    pick(/^退一半/, 'checkbox')
    await tap('改一下：退 ¥6.30')
    say('另补运费（没有就空着）', '8')
    await tap('就这样，放进去')
    await tap('换个办法：退货、换货、补发…')
    pick('送一份小礼物')
    say('送什么、便宜多少', '一盒小番茄')
    await tap('就这样，放进去')
  }, '发出去：2 个办法，让人家挑', { options: [{ remedy: 'refund', refund: 630, freight: 800 }, { remedy: 'gift', refund: 0, words: '一盒小番茄' }] }],
  ['freight and compensation', onSend => <SettleSheet as='leader' title='同意' view={seen('review', 'leader')} {...shared} onSend={onSend} />, () => { say(/运费/, '5'); say(/补偿/, '2') }, /另加 ¥7\.00$/, { type: 'settle', freight: 500, compensation: 200 }],
  ['a refusal', onSend => <RejectSheet open hasPhotos={false} standards={null} about={{ 称呼: '', 商品: '', 金额: '' }} {...shared} onSend={c => void onSend(c)} />, () => { pick(/放久了|放得太久|存放/); say(/^跟邻居说/, '放了三天'); pick('看了照片') }, '告诉邻居，没同意', { type: 'reject', review: 'photos', words: '放了三天' }],
  ['what is missing', onSend => <AskEvidenceSheet open phrases={[]} {...shared} onSend={c => void onSend(c)} />, () => { fireEvent.click(screen.getAllByRole('checkbox')[1]!); say(/^跟人家说一句/, '不着急') }, '发给邻居', { type: 'askEvidence', words: '不着急' }],
  ['a question to the supplier', onSend => <ForwardSheet open phrases={[]} {...shared} onSend={c => void onSend(c)} />, () => say(/^问他一句/, '断冷了吗'), '发给供货商', { type: 'forward', words: '断冷了吗' }],
  ['a refund that was paid', onSend => <PaidSheet open amount={1260} {...shared} onSend={c => void onSend(c)} />, () => { pick(/^微信转账/); say(/^备注/, '单号 77') }, /^退好了/, { type: 'payRefund', channel: 'wechatTransfer', reference: '单号 77' }],
  ['a refund on its way', onSend => <StartRefundSheet {...shared} onSend={onSend} />, () => { pick(/^微信转账/); say(/^跟邻居说一句/, '明天到') }, '告诉邻居，在退了', { type: 'startRefund', channel: 'wechatTransfer', words: '明天到' }],
  ['a plan being written', onSend => <PlanSheet as='leader' view={seen('review', 'leader')} {...shared} onSend={onSend} />, async () => {
    say('做什么', '问冷链记录')
    someDay()
    await tap('再写一步')
    say('做什么', '当面看')
    someDay()
  }, '发出去，2 步', { type: 'plan', steps: [expect.objectContaining({ what: '问冷链记录' }), expect.objectContaining({ what: '当面看' })] }],
  ['shares', onSend => <SplitSheet as='leader' view={seen('settled', 'leader')} {...shared} onSend={onSend} />, () => { say('供货商', '8'); say('快递', '4.6'); say(/^怎么定的/, '说好了') }, /^就这样分/, { type: 'splitLiability', shares: { supplier: 800, carrier: 460, leader: 0, seller: 0, goodwill: 0 }, words: '说好了' }],
  ['a note', onSend => <NoteSheet as='leader' view={seen('review', 'leader')} phrases={[]} {...shared} onSend={onSend} />, () => { pick(/^邻居也看得到/); say(/^跟邻居说一句/, '明天来看') }, /^记下来/, { type: 'note', words: '明天来看', internal: false }],
  ['a parcel', onSend => <GoodsWaySheet title='怎么给' ways={['door', 'courier']} send='发了' {...shared} onSend={sent => onSend(sent)} />, () => { pick('快递'); say('快递单号', 'SF1029384756'); say('想说的话', '放驿站') }, '发了', { way: 'courier', waybill: 'SF1029384756', words: '放驿站' }],
  ['a return looked at', onSend => <CheckReturnSheet step='inspectReturn' them='邻居' {...shared} onSend={onSend} />, () => { pick(/^和说的不一样/); say(/^看到的/, '是好的') }, '和说的不一样，告诉邻居', { passed: false, words: '是好的' }],
  ['a carrier\'s answer', onSend => <CarrierSheet view={seen('review', 'leader')} {...shared} onSend={onSend} />, () => { pick('没认'); pick('反映得太晚'); say('快递怎么说的', '过了一天') }, '记下来，没认', { type: 'disputeRecovery', reason: 'lateClaim', words: '过了一天' }],
  ['put in for a neighbour', onSend => <AddForNeighbour {...shared} onSend={onSend} />, () => { say(/^邻居的原话/, '底下也烂'); pick(/^群里说的/) }, '补上', { type: 'addEvidence', words: '底下也烂', channel: 'groupChat' }],
  ['a neighbour\'s no', onSend => <AnswerSheet answer='decline' bound={true} offer={null} {...shared} onSend={onSend} />, () => { say(/^邻居的原话/, '太少'); pick(/^电话/) }, '替他点不同意', { type: 'decline', onBehalf: { channel: 'phone', words: '太少', photos: [] } }],
  ['received, as a neighbour said', onSend => <ReceivedSheet bound={true} {...shared} onSend={onSend} />, () => { say(/^他的原话/, '收到了'); pick(/^当面说的/) }, '替他点收到', { channel: 'onSite', words: '收到了' }],
  ['a supplier\'s different opinion', onSend => <DisputeSheet open bases={['cost']} {...shared} onSend={c => void onSend(c)} />, () => { pick('反映得太晚'); say(/^说一句/, '签收两天了') }, '发给团长', { reason: 'lateClaim', words: '签收两天了' }],
  ['an appeal decided', onSend => <DecideAppealSheet view={seen('appealed', 'operator')} links={{}} onAgain={() => undefined} {...shared} onSend={onSend} />, () => { pick(/^维持/); say(/^为什么这样定/, '看得出是放坏的') }, '维持，告诉居民', { uphold: false, words: '看得出是放坏的' }],
  ['an investigation', desk('investigate', 'withOperator'), () => { say('查什么', '温度记录'); someDay() }, '开始查，告诉居民', { type: 'investigate', words: '温度记录' }],
  ['the desk\'s refund', desk('payRefund', 'settled'), () => { pick(/^微信转账/); say(/^备注/, '单号 8') }, /^退好了/, { type: 'payRefund', channel: 'wechatTransfer', reference: '单号 8' }],
  ['an appeal put down by the desk', desk('appeal', 'rejected'), () => { say('他为什么想再看看', '当天就拍了'); pick(/^打热线说的/) }, '替他提', { grounds: '当天就拍了', channel: 'hotline' }],
  ['put in by the desk', desk('addEvidence', 'review'), () => { say(/^他的原话/, '底下也烂'); pick(/^发邮件/) }, '补上', { words: '底下也烂', channel: 'email' }],
  ['a resident\'s yes, put down by the desk', desk('agree', 'offered'), () => { say(/^他的原话/, '行'); pick(/^打热线说的/) }, /^替他点同意/, { type: 'agree', onBehalf: { channel: 'hotline', words: '行', photos: [] } }],
  ['told by the desk', desk('tell', 'settled'), () => pick(/^发邮件/), '记下来', { type: 'tell', how: 'email' }],
  ['a resident\'s price', home('counter', 'offered'), () => { say('退多少您能接受', '20'); say('为什么', '坏了一半') }, '发出去：退我 ¥20.00', { type: 'counter', refund: 2000, words: '坏了一半' }],
  ['a resident\'s no', home('decline', 'offered'), () => say('想怎么处理', '想退一半'), '告诉团长，我不同意', { type: 'decline', words: '想退一半' }],
  ['an appeal', home('appeal', 'rejected'), () => say('为什么想再看看', '当天就拍了'), '请人再看看', { type: 'appeal', grounds: '当天就拍了' }],
  ['more of the same', home('extendClaim', 'review'), () => { pick('一共几件不对，多一件', 'button'); say('想说的话', '底下也是') }, '补报上去', { type: 'extendClaim', words: '底下也是' }],
  ['a rating', home('rate', 'paid'), () => { for (const name of ['快慢，5 星', '结果，4 星', '态度，3 星']) pick(name); say('想说的话', '谢谢') }, '评好了', { type: 'rate', speed: 5, result: 4, attitude: 3, words: '谢谢' }],
  ['what was asked to be added', home('addEvidence', 'evidenceAsked'), () => say('想补充的话', '这是底下'), '补上，发出去', { type: 'addEvidence', words: '这是底下' }],
]

test.each(SHEETS)('%s: all of it is there again after somebody else was faster', async (what, sheet, fill, send, goes) => {
  const owner = draftOwner('leader', what, 'step')
  const late = jest.fn<Promise<boolean>, [unknown]>(() => Promise.resolve(false))
  const above = (onSend: Send) => <SheetOwner.Provider value={owner}>{sheet(onSend)}</SheetOwner.Provider>
  const refused = render(above(late))
  await fill()
  await tap(send)
  // The page closes the sheet, because the case is another by now.
  refused.unmount()
  const again = jest.fn<Promise<boolean>, [unknown]>(() => Promise.resolve(true))
  render(above(again))
  await tap(send)
  expect(late).toHaveBeenCalledWith(expect.objectContaining(goes))
  expect(again.mock.calls).toEqual(late.mock.calls)
})

test('an option is still being written where it was', async () => {
  const sheet = <SheetOwner.Provider value={draftOwner('leader', 'being written', 'offer')}><OfferSheet open asked={1260} most={2990} phrases={[]} {...shared} onSend={() => undefined} /></SheetOwner.Provider>
  const closed = render(sheet)
  await tap('换个办法：退货、换货、补发…')
  pick('退货退款')
  say('退多少', '9')
  closed.unmount()
  render(sheet)
  await tap('就这样，放进去')
  expect(screen.getByRole('button', { name: '发出去：东西拿回来，退 ¥9.00' })).toBeTruthy()
})

test('what was photographed is there again, too', async () => {
  jest.spyOn(platform, 'choosePhotos').mockResolvedValue(['/a.jpg'])
  jest.spyOn(platform, 'callFunction').mockImplementation(((_name: string, event: { call: string }) => Promise.resolve({ ok: true, data: event.call === 'addPhoto' ? { photoId: 'P' } : { uploadPrefix: 'incoming/me/' } })) as typeof platform.callFunction)
  const sheet = (onSend: Send) => <SheetOwner.Provider value={draftOwner('resident', 'photographed', 'appeal')}>{home('appeal', 'rejected')(onSend)}</SheetOwner.Provider>
  const late = jest.fn<Promise<boolean>, [unknown]>(() => Promise.resolve(false))
  const refused = render(sheet(late))
  await tap('拍照片')
  await screen.findByRole('img', { name: '第 1 张照片，传好了' })
  say('为什么想再看看', '当天就拍了')
  await tap('请人再看看')
  expect(late).toHaveBeenCalledWith({ type: 'appeal', grounds: '当天就拍了', photos: ['P'] })
  refused.unmount()
  const again = jest.fn<Promise<boolean>, [unknown]>(() => Promise.resolve(true))
  render(sheet(again))
  await tap('请人再看看')
  expect(again.mock.calls).toEqual(late.mock.calls)
})
