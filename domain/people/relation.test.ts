import type { CaseCommandType } from '../case/commands'
import type { Party } from '../case/case'
import { COMMAND_TYPES } from '../case/exampleHistories'
import type { Person, Role } from './person'
import { leads, partyFor, relationsTo, suppliesFor, viewerOf } from './relation'

const person = (_id: string, ...roles: Role[]): Person => ({ _id, openid: null, name: _id, roles, createdAt: 0 })
const theCase = { residentId: 'wang' as string | null, communityId: 'community-1', supplierId: 'supplier-1' as string | null }
const leaderOf = (communityId: string): Role => ({ role: 'leader', communityId })
const operatorOf = (...communityIds: string[]): Role => ({ role: 'operator', deskId: 'desk-1', deskName: '邻里平台', communityIds, capabilities: ['support'], limit: 500, names: { xu: '小许' } })
const supplierOf = (supplierId: string, communityId = 'community-1'): Role => ({ role: 'supplier', supplierId, communityId })

describe('what a person is to a case', () => {
  it.each<[string, Person, Party[]]>([
    ['the filer', person('wang'), ['resident']],
    ['another resident', person('zhao'), []],
    ['the community\'s leader', person('li', leaderOf('community-1')), ['leader']],
    ['another community\'s leader', person('sun', leaderOf('community-2')), []],
    ['the product\'s supplier', person('guo', supplierOf('supplier-1')), ['supplier']],
    ['another product\'s supplier', person('he', supplierOf('supplier-2')), []],
    ['a supplier whose id is the community\'s', person('x', supplierOf('community-1')), []],
    ['a leader of a community named like the supplier', person('y', leaderOf('supplier-1')), []],
    ['the leader, who bought too', person('wang', leaderOf('community-1')), ['resident', 'leader']],
    ['who is everything', person('wang', supplierOf('supplier-1'), leaderOf('community-1')), ['resident', 'leader', 'supplier']],
    ['somebody of the desk that serves the community', person('xu', operatorOf('community-2', 'community-1')), ['operator']],
    ['somebody of a desk that serves others', person('xu', operatorOf('community-2')), []],
    ['somebody of the desk whose own case it is', person('wang', operatorOf('community-1')), ['resident']],
    ['the leader, who works at its desk too', person('li', operatorOf('community-1'), leaderOf('community-1')), ['leader', 'operator']],
    ['who has roles in many places', person('qian', leaderOf('community-2'), leaderOf('community-1'), supplierOf('supplier-9')), ['leader']],
  ])('%s', (_who, who, relations) => {
    expect(relationsTo(theCase, who)).toEqual(relations)
  })

  it('nobody is the supplier where none is named, not even someone whose role has no name', () => {
    expect(relationsTo({ ...theCase, supplierId: null }, person('guo', supplierOf('supplier-1'), supplierOf(''), supplierOf('null')))).toEqual([])
  })

  it('nobody is the resident of a case that was filed for a household nobody belongs to', () => {
    expect(relationsTo({ ...theCase, residentId: null }, person('null'))).toEqual([])
    expect(relationsTo({ ...theCase, residentId: null }, person('li', leaderOf('community-1')))).toEqual(['leader'])
  })

  it('leading and supplying are asked by id', () => {
    expect([leads(person('li', leaderOf('a')), 'a'), leads(person('li', leaderOf('a')), 'b'), suppliesFor(person('g', supplierOf('a')), 'a'), suppliesFor(person('g', leaderOf('a')), 'a')]).toEqual([true, false, true, false])
  })
})

describe('who looks at a case for the desk', () => {
  it('is bound by their own limit and capabilities, not by what they may do elsewhere', () => {
    const who = person('xu', operatorOf('community-1'), leaderOf('community-2'))
    expect(viewerOf(who, 'operator', 'community-1')).toEqual({ party: 'operator', personId: 'xu', limit: 500, capabilities: ['support'], names: { xu: '小许' }, appealDeciders: [], onSide: [], supplierIds: [] })
    // Nobody's operator decides nothing, should anybody ever ask.
    expect(viewerOf(who, 'operator', 'community-2')).toMatchObject({ limit: 0, capabilities: [] })
  })
})

describe('as which party a command is given', () => {
  const OWNER: Record<CaseCommandType, Party[]> = {
    settle: ['leader', 'operator'], askEvidence: ['leader', 'supplier', 'operator'], addEvidence: ['resident', 'leader', 'operator'], forward: ['leader', 'operator'], reject: ['leader', 'operator'], offer: ['leader', 'supplier', 'operator'],
    agree: ['resident', 'leader', 'operator'], decline: ['resident', 'leader', 'operator'], counter: ['resident'], takeOver: ['resident'], tell: ['leader', 'operator'], withdraw: ['resident'], extendClaim: ['resident'],
    grantAsAsked: ['supplier'], disputeAsAsked: ['supplier'], promise: ['leader'], undo: ['leader', 'supplier', 'operator'],
    // A carrier does not come here: whoever talks to it puts its answer down.
    admitRecovery: ['leader', 'supplier', 'operator'], disputeRecovery: ['leader', 'supplier', 'operator'], splitLiability: ['leader', 'operator'],
    startRefund: ['leader', 'operator'], payRefund: ['leader', 'operator'], failRefund: ['resident', 'leader', 'operator'], confirmRefund: ['resident'],
    appeal: ['resident', 'operator'], decideAppeal: ['operator'], refer: ['leader', 'supplier'], reassign: ['operator', 'system'], investigate: ['operator'], endInvestigation: ['operator'], plan: ['leader', 'operator'], note: ['leader', 'operator', 'system'], expedite: ['resident'],
    disown: ['resident'], callOffReturn: ['resident'], forwardReturn: ['leader', 'operator'], close: [],
    sendReturn: ['resident'], receiveReturn: ['leader', 'supplier', 'operator'], inspectReturn: ['leader', 'supplier', 'operator'], giveBack: ['leader', 'operator'],
    sendReplacement: ['leader', 'supplier', 'operator'], receiveReplacement: ['resident', 'leader', 'operator'], lapse: [], reopen: ['resident'], rate: ['resident'],
  }
  const everything: Party[] = ['resident', 'leader', 'supplier', 'operator']

  it.each(COMMAND_TYPES)('%s', command => {
    expect(partyFor([], command)).toBeNull()
    expect(partyFor(everything, command)).toBe(OWNER[command][0] ?? null)
    for (const party of everything) {
      expect(partyFor([party], command)).toBe(OWNER[command].includes(party) ? party : null)
      // Who is several says as which; nobody becomes what they are not by saying so.
      expect(partyFor(everything, command, party)).toBe(OWNER[command].includes(party) ? party : null)
      expect(partyFor([], command, party)).toBeNull()
    }
  })

  it('saying to be the leader does not make one', () => {
    expect(partyFor(['resident'], 'settle', 'leader')).toBeNull()
    expect(partyFor(['supplier'], 'offer', 'leader')).toBeNull()
    expect(partyFor(['supplier', 'leader'], 'offer')).toBe('supplier')
    expect(partyFor(['supplier', 'leader'], 'offer', 'leader')).toBe('leader')
  })
})
