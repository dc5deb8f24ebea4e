import { act, filedCase, HOUR, lastAt, LEADER, OPERATOR, RESIDENT } from '../../domain/case/exampleCase'
import type { Case, Party } from '../../domain/case/case'
import { stageSaid } from '../../domain/case/sentGoods'
import { STAGE_WORDS, stageOf, type Stage } from '../../domain/case/stage'
import { storyFor } from '../../domain/case/story'
import { owedFor } from '../../domain/notice/owed'
import { caseCard, caseView } from '../../domain/people/caseView'
import { stageWords, type Reader } from './stageWords'

const READERS: Reader[] = ['resident', 'leader', 'supplier', 'operator', 'gatherer']
const words = (c: Case) => READERS.map(as => stageWords({ stage: stageOf(c.state), remedy: c.state.remedy ?? null }, as))
const newest = (c: Case) => {
  const event = c.events.at(-1)
  if (!event) throw new Error('nothing happened')
  return owedFor(c, event).map(o => `${o.title}。${o.body}`).join('')
}

test.each<['exchange' | 'redeliver' | 'sendPart' | 'repair', string, string, string, string, string]>([
  ['exchange', '等换货', '换的发出来了', '换的发了', '已换货', '把好的换给王阿姨'],
  ['redeliver', '等补发', '补的发出来了', '补的发了', '已补发', '把东西补给王阿姨'],
  ['sendPart', '等补配件', '配件发出来了', '配件发了', '配件补上了', '把配件补给王阿姨'],
  ['repair', '等修好', '修好的发出来了', '修好的发了', '修好了', '把东西修好给王阿姨'],
])('%s is called what it is, whoever reads it', (remedy, waiting, came, sent, done, promise) => {
  const due = act(act(filedCase(), LEADER, { type: 'offer', options: [{ remedy, refund: 0 }], words: '' }), RESIDENT, { type: 'agree', option: 0 })
  expect(words(due)).toEqual(READERS.map(() => waiting))
  expect(newest(due)).toContain(`请${promise}`)
  const out = act(due, LEADER, { type: 'sendReplacement', way: 'door', waybill: '', words: '', photos: [] })
  expect(words(out)).toEqual([`${came}，等您收到`, `${sent}，等邻居收到`, `${sent}，等居民收到`, `${sent}，等居民收到`, `${sent}，等邻居收到`])
  expect(newest(out)).toContain(`${came}，收到点一下`)
  for (const to of ['resident', 'leader', 'supplier', 'operator'] satisfies Party[]) expect(storyFor(out.state, out.events, to, lastAt(out) + HOUR)[0]?.says).toContain(came)
  expect(stageSaid('replaced', remedy)).toBe(done)
})

test('what brings neither money nor goods is called what was said, or by who knows of it', () => {
  const noted = (remedy: 'coupon' | 'apology' | null, by: 'leader' | 'supplier' | 'operator', said = '') => READERS.map(as => stageWords({ stage: 'agreedNoMoney', remedy, agreedTo: { by, words: said } }, as))
  expect(noted(null, 'leader')).toEqual(['团长知道了', '您知道了', '团长知道了', '团长知道了', '团长知道了'])
  expect(noted(null, 'operator')).toEqual(READERS.map(() => '平台知道了'))
  expect(noted(null, 'supplier')).toEqual(['供货商知道了', '供货商知道了', '您知道了', '供货商知道了', '供货商知道了'])
  expect(noted('coupon', 'operator', '下次减5元')).toEqual(READERS.map(() => '说好了：下次减5元'))
  expect(noted('apology', 'leader')).toEqual(READERS.map(() => '说好了：道歉'))
})

test.each([
  ['the desk, asked for nothing', filedCase({ wish: { kind: 'none' } }), OPERATOR, '平台知道了'],
  ['the leader, a discount agreed to', act(filedCase(), LEADER, { type: 'offer', options: [{ remedy: 'refund', refund: 100 }, { remedy: 'discount', refund: 0, words: '下次减5元' }], words: '' }), RESIDENT, '说好了：下次减5元'],
] as const)('from what happened: %s', (_what, before, who, says) => {
  const after = act(before, who, who === RESIDENT ? { type: 'agree', option: 1 } : { type: 'settle' })
  const view = caseView(after, RESIDENT, lastAt(after) + HOUR)
  expect([stageWords(view, 'resident'), stageWords(caseCard(after.state, 'resident', lastAt(after) + HOUR), 'resident')]).toEqual([says, says])
})

test('goods that come back for a repair are not sent back for money', () => {
  expect(stageWords({ stage: 'waitingReturn', remedy: 'repair' }, 'leader')).toBe('等邻居把东西拿回来')
  expect(stageWords({ stage: 'waitingReturn', remedy: 'returnRefund' }, 'supplier')).toBe('等居民退货')
  expect(READERS.map(as => stageWords({ stage: 'returning', remedy: 'returnRefund', holder: 'leader' }, as))).toEqual(['您拿出来了，等收到', '邻居拿出来了，等您收到', '居民拿出来了，等团长收到', '居民拿出来了，等团长收到', '邻居拿出来了，等团长收到'])
  expect(stageWords({ stage: 'inspecting', remedy: 'returnRefund', holder: 'supplier' }, 'supplier')).toBe('等您验货')
  expect(stageSaid('returning', 'returnRefund')).toBe('您拿出来了，等收到')
})

test('every other stage is a resident\'s as the table says, and nobody\'s is empty', () => {
  const goods: Stage[] = ['waitingReturn', 'returning', 'inspecting', 'waitingReplacement', 'replacementSent', 'replaced']
  for (const stage of Object.keys(STAGE_WORDS) as Stage[]) {
    if (!goods.includes(stage)) expect(stageSaid(stage, null)).toBe(STAGE_WORDS[stage])
    for (const as of READERS) expect(stageWords({ stage, remedy: null }, as)).not.toBe('')
  }
})
