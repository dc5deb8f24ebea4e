import { statSync } from 'node:fs'
import path from 'node:path'
import type { Host } from '../weapp/host/launch-host'
import { BUILD, onPhone } from '../weapp/onPhone'
import { againstBudget } from './budget'
import type { BusyHouse } from './busyHouse'
import type { Figure } from './figure'

/**
 * What goes to the view at the moments that people wait for. `setData` counts calls, `bytes` their JSON, of all pages together.
 */
export async function weappScreens({ house }: BusyHouse): Promise<Figure[]> {
  const figures: Figure[] = []
  const resident = await onPhone(house, 'wang')
  try {
    figures.push(againstBudget('weapp.resident.launch.subpackageBytes', subpackageBytes(resident), 'bytes'))
    await resident.until('丹东草莓')
    await resident.settled()
    figures.push(...since(resident, 'weapp.resident.firstScreen', NOTHING), againstBudget('weapp.resident.firstScreen.subpackageBytes', subpackageBytes(resident), 'bytes'))
  } finally {
    resident.close()
  }
  // Who only leads comes by the home page, which sends her to her inbox.
  const leader = await onPhone(house, 'chen')
  try {
    await leader.until('待我处理')
    await leader.until('丹东草莓')
    await leader.settled()
    figures.push(...since(leader, 'weapp.leader.firstScreen', NOTHING))
  } finally {
    leader.close()
  }
  const inbox = await onPhone(house, 'chen', { path: 'packages/leader/inbox/index' })
  try {
    await inbox.until('丹东草莓')
    await inbox.settled()
    figures.push(...since(inbox, 'weapp.inbox.open50', NOTHING))
    const before = sent(inbox)
    await inbox.tap({ label: /^处理中/ })
    await inbox.settled()
    figures.push(...since(inbox, 'weapp.inbox.tap', before))
    if (inbox.errors.length > 0) throw new Error(inbox.errors.join('\n'))
  } finally {
    inbox.close()
  }
  return figures
}

interface Sent { calls: number; bytes: number }
const NOTHING: Sent = { calls: 0, bytes: 0 }

function sent(host: Host): Sent {
  return Object.values(host.stats).reduce((sum, page) => ({ calls: sum.calls + page.setData, bytes: sum.bytes + page.bytes }), NOTHING)
}

function since(host: Host, name: string, before: Sent): Figure[] {
  const now = sent(host)
  return [againstBudget(`${name}.setData`, now.calls - before.calls, 'calls'), againstBudget(`${name}.bytes`, now.bytes - before.bytes, 'bytes')]
}

/** Code of other packages than the main one that ran so far. */
function subpackageBytes(host: Host): number {
  return host.scripts.filter(script => script.startsWith('packages/')).reduce((sum, script) => sum + statSync(path.join(BUILD, script)).size, 0)
}
