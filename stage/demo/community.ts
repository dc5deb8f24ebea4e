import type { Input } from '../../domain/contract/calls'

/** Who of stage/people.json leads the demo community. */
export const LEADER = 'chen'

/** Fixed, so that a load that was interrupted goes on with the same community. */
export const COMMUNITY: Input<'openCommunity'> = {
  communityId: '5f0c6a7e-3b1d-4a52-9c86-2d1e7f4b9a30',
  name: '梧桐苑',
  leaderName: '陈姐',
  // 154 is given to nobody.
  leaderPhone: '15400000000',
  pickupPoints: ['梧桐苑南门自提柜', '梧桐苑3号楼架空层'],
}

/** Whose goods came already: complaints can begin. */
export const ARRIVED = '11.21 周六果蔬团'

/** Who acts for which supplier of products.csv. */
export const SUPPLIERS = [
  { person: 'laoli', supplier: '丹东果业' },
  { person: 'xiaozhou', supplier: '绿源蔬菜' },
]

/** Who found their own orders already; 跟团号 and digits as in orders.xlsx. */
export const RESIDENTS = [
  { person: 'wang', joinNumber: '7', phoneLast4: '6027' },
  { person: 'lin', joinNumber: '12', phoneLast4: '3516' },
]

/** Who answers for it as its desk, so that what a leader refuses can be looked at again from the first minute. 154 is given to nobody. */
export const DESK = { person: 'xu', deskId: '0d6f1c4e-92ab-4b7d-8f35-6c1a7e2b9d48', name: '邻里平台', phone: '15400000001' }

/** Has not yet, and a visitor can do it for him. */
export const NEWCOMER = { person: 'zhang', joinNumber: '8', phoneLast4: '1190' }

/** How often each of them said yes to messages, per template. */
export const MESSAGES_ALLOWED = 5
