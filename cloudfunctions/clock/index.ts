import { finishLeftDecisions } from './finishLeftDecisions'

/** What has come due, each minute. Takes no argument and believes none. */
export async function main(): Promise<{ finished: number }> {
  return { finished: await finishLeftDecisions(Date.now()) }
}
