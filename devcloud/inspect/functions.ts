import { invalidParam } from '../errors'
import type { World } from '../wire/world'
import { whole } from './whole'

/** Functions as they are deployed, with their processes. Variables are not among it: keys stand there. */
export const listFunctions = ({ definitions, functions }: World) => ({
  functions: definitions().map(({ name, handler, timeoutSeconds, memoryMb }) => ({ name, handler, timeoutSeconds, memoryMb, instances: functions.instances(name) })),
})

/** The latest calls, newest first: `function`, `requestId`, `limit`. */
export const listCalls = ({ logs, people }: World, asked: URLSearchParams) => {
  const functionName = asked.get('function') ?? undefined
  const requestId = asked.get('requestId') ?? undefined
  if (functionName === '' || requestId === '') throw invalidParam('function and requestId must not be empty')
  const calls = logs.find({ ...(functionName === undefined ? {} : { function: functionName }), ...(requestId === undefined ? {} : { requestId }), limit: whole(asked, 'limit', { least: 1, most: 200, otherwise: 50 }) })
  return {
    calls: calls.map(({ caller, ...call }) => {
      const id = caller && ('openid' in caller ? caller.openid : caller.uid)
      const person = caller && 'openid' in caller ? people.byOpenid(caller.openid)?.id : undefined
      return { ...call, who: call.timer ? 'a timer' : person ?? id ?? 'nobody', ...(id === null || id === person ? {} : { id }) }
    }),
  }
}
