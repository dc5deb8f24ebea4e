import { dropSheets } from '../lib/sheetFiles'
import { finishLeftDecisions } from './finishLeftDecisions'

/** What has come due, each minute. Takes no argument and believes none. */
export async function main(): Promise<{ finished: number; dropped: number }> {
  return { finished: await finishLeftDecisions(Date.now()), dropped: await dropSheets(Date.now()) }
}
