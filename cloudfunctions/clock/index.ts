import { dropSheets } from '../lib/sheetFiles'
import { finishLeftDecisions } from './finishLeftDecisions'
import { finishWarnings } from './finishWarnings'

/** What has come due, each minute; a danger before anything else. Takes no argument and believes none. */
export async function main(): Promise<{ warned: number; finished: number; dropped: number }> {
  const warned = await finishWarnings(Date.now())
  return { warned, finished: await finishLeftDecisions(Date.now()), dropped: await dropSheets(Date.now()) }
}
