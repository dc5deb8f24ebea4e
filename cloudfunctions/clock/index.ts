import { dropSheets } from '../lib/sheetFiles'
import { closeOver } from './closeOver'
import { finishLeftDecisions } from './finishLeftDecisions'
import { finishWarnings } from './finishWarnings'
import { giveOnLeft } from './giveOnLeft'
import { handBackFromSuppliers } from './handBackFromSuppliers'
import { lookAgain } from './lookAgain'
import { sweepDue, type Swept } from './sweepDue'

/** What has come due, each minute; a danger before anything else. Takes no argument and believes none. */
export async function main(): Promise<{ warned: number; finished: number; lookedAgain: number; swept: Swept; closed: number; handedBack: number; fromSuppliers: number; dropped: number }> {
  const warned = await finishWarnings(Date.now())
  const finished = await finishLeftDecisions(Date.now())
  const lookedAgain = await lookAgain(Date.now())
  const swept = await sweepDue(Date.now())
  const closed = await closeOver(Date.now())
  return { warned, finished, lookedAgain, swept, closed, handedBack: await giveOnLeft(Date.now()), fromSuppliers: await handBackFromSuppliers(Date.now()), dropped: await dropSheets(Date.now()) }
}
