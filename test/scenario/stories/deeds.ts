import { randomUUID } from 'node:crypto'
import type { Input } from '../../../domain/contract/calls'
import { COMMUNITY, act } from '../openHouse'
import type { Cast } from './cast'
import { NOT_FOR_RESIDENT, NOT_FOR_SUPPLIER, PARCEL } from './private'
import type { Deed } from './story'

type Command = Input<'actOnCase'>['command']
type Option = Extract<Command, { type: 'offer' }>['options'][number]

/** Steps that several stories take. Whatever a role must not read says so itself. */
export const SETTLE: Command = { type: 'settle' }
export const FORWARD: Command = { type: 'forward', words: `${NOT_FOR_RESIDENT}麻烦看看这一箱` }
export const REFER: Command = { type: 'refer', words: `${NOT_FOR_RESIDENT}${NOT_FOR_SUPPLIER}说不到一起` }
export const PAY: Command = { type: 'payRefund', channel: 'otherApp', reference: `${NOT_FOR_SUPPLIER}第 3 笔`, photos: [] }
export const CONFIRM: Command = { type: 'confirmRefund' }
export const ADMIT: Command = { type: 'admitRecovery', words: `${NOT_FOR_RESIDENT}认` }
export const DISPUTE: Command = { type: 'disputeRecovery', reason: 'costNotRetail', words: `${NOT_FOR_RESIDENT}按进价`, photos: [] }
export const REJECT: Command = { type: 'reject', criterion: 'notShown', words: '照片里看不清', review: 'photos' }
export const APPEAL: Command = { type: 'appeal', grounds: '当天就拍了，底下全是烂的', photos: [] }
export const UPHOLD: Command = { type: 'decideAppeal', uphold: true, words: '放大看，底下确实烂了' }
export const DISMISS: Command = { type: 'decideAppeal', uphold: false, words: '看过了，看不出是坏的' }
export const DECLINE: Command = { type: 'decline', words: '太少了' }
export const AGREE: Command = { type: 'agree', option: 0 }
export const BRING: Command = { type: 'sendReturn', way: 'courier', waybill: PARCEL, words: '', photos: [] }
export const RECEIVE: Command = { type: 'receiveReturn', words: '', photos: [] }
export const PASS: Command = { type: 'inspectReturn', passed: true, words: '确实坏了', photos: [] }
export const FAIL: Command = { type: 'inspectReturn', passed: false, words: '一盒都是好的', photos: [] }
export const SEND: Command = { type: 'sendReplacement', way: 'nextDelivery', waybill: '', words: '周三的车', photos: [] }
export const CAME: Command = { type: 'receiveReplacement', words: '这盒好的' }
export const offer = (option: Option, words = ''): Command => ({ type: 'offer', options: [option], words })
export const refund = (fen: number): Command => offer({ remedy: 'refund', refund: fen })
export const counter = (fen: number): Command => ({ type: 'counter', refund: fen, words: '坏了不止这些' })

const HOUR = 3600_000

/** Nobody answers: the hours pass, and the clock comes by as its timer does. */
export const hoursPass = (hours: number): Deed => async ({ house }) => {
  await house.cloud.moveTime(hours * HOUR)
  await house.clock()
}

/** Decides and takes it back before anybody knew. */
export const takenBack = (command: Command): Deed => async ({ phones: { leader } }, caseId) => {
  await act(leader, caseId, 'leader', command)
  await act(leader, caseId, 'leader', { type: 'undo' })
}

/** What was dismissed is asked once more, as a case of its own. */
export const askAgain: Deed = async ({ phones: { resident } }, of) => {
  const caseId = randomUUID()
  await resident.call('askAgain', { caseId, of, words: '找到了开箱的录像', photos: [await resident.photo()] })
  return caseId
}

/** The leader ends the desk's service. */
export const deskEnds: Deed = async ({ phones: { leader } }: Cast) => {
  await leader.call('endDesk', { communityId: COMMUNITY.communityId })
}



