import type { Board } from '../../../domain/contract/calls'

const HOUR = 3600_000

/** A board with something of everything, as of now. */
export function sampleBoard(): Board {
  const now = Date.now()
  const about = { communityId: 'a', joinNumber: '7', groupBuyTitle: '11.21 周六果蔬团' }
  return {
    within: 4 * HOUR,
    late: { rows: [{ ...about, caseId: 'late', title: '丹东99草莓 3斤', clock: 'resolve', party: 'leader', dueAt: now - 3 * HOUR }], total: 4 },
    soon: { rows: [{ ...about, communityId: 'b', caseId: 'soon', title: '赣南脐橙 5斤', clock: 'supplierFirst', party: 'supplier', dueAt: now + HOUR }], total: 1 },
    communities: [{ id: 'a', name: '梧桐苑', leaderName: '陈姐', soon: 0, late: 4, kept: 52, broken: 6 }, { id: 'b', name: '海棠苑', leaderName: '周姐', soon: 1, late: 0, kept: 0, broken: 0 }],
    suppliers: [{ id: 's', name: '丹东果业', soon: 1, late: 0, kept: 9, broken: 2 }],
    attainment: [{ target: 'firstResponse', kept: 20, broken: 3 }, { target: 'ordinary', kept: 19, broken: 0 }, { target: 'complex', kept: 13, broken: 3 }, { target: 'courier', kept: 0, broken: 0 }],
    satisfaction: { rated: 20, satisfied: 19 },
    shares: { returned: { count: 9, of: 412 }, complained: { count: 5, of: 412 }, complainedOfReturn: { count: 0, of: 412 }, lost: { count: 1, of: 180 } },
  }
}
