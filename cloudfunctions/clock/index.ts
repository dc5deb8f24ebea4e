import { dropSheets } from '../lib/sheetFiles'
import { finishLeftDecisions } from './finishLeftDecisions'
import { finishWarnings } from './finishWarnings'
import { giveOnLeft } from './giveOnLeft'
import { lapseUnanswered } from './lapseUnanswered'

/** What has come due, each minute; a danger before anything else. Takes no argument and believes none. */
export async function main(): Promise<{ warned: number; finished: number; lapsed: number; handedBack: number; dropped: number }> {
  const warned = await finishWarnings(Date.now())
  const finished = await finishLeftDecisions(Date.now())
  return { warned, finished, lapsed: await lapseUnanswered(Date.now()), handedBack: await giveOnLeft(Date.now()), dropped: await dropSheets(Date.now()) }
}
