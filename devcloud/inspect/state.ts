import { faultLists } from '../wire/routes/wechat-faults'
import type { World } from '../wire/world'

/** What stands at the top of the page whatever is looked at: the clock, the timers, and all that is switched to go wrong. */
export const readState = ({ envId, time, timers, faults, definitions }: World) => ({
  envId, time: time.read(), timersOn: timers.on, timers: timers.list(), functions: definitions().map(({ name }) => name),
  switches: faults.switches, ...faultLists(faults),
})
