import type { Answers } from '../../domain/contract/calls'
import { call } from './call'
import { useAnswer, type Asked } from './useAnswer'

/** Who has this app open, and what waits in each of their roles. */
export function useMe(): Asked<Answers['whoAmI']> {
  return useAnswer('whoAmI', {})
}

let prefix: Promise<string> | null = null

/** Where this person may upload; asked once. */
export function uploadPrefix(): Promise<string> {
  prefix ??= call('whoAmI', {}).then(me => me.uploadPrefix, (trouble: unknown) => {
    prefix = null
    throw trouble
  })
  return prefix
}
