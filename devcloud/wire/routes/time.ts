import { invalidParam } from '../../errors'
import { sendJson } from '../answer'
import { readJsonObject } from '../body'
import type { Route } from '../route'

/** `GET /devcloud/time`: the cloud's clock and how far it was moved, `{now, offset}` in milliseconds. */
export const time: Route = ({ response, world }) => sendJson(response, 200, world.time.read())

/** `POST /devcloud/time {move}`: moves it on by so many milliseconds. Answers when the timers that became due by it are over: `{now, offset, fired}`. */
export const moveTime: Route = async ({ request, response, world }) => {
  const { move } = await readJsonObject(request, 1024)
  if (typeof move !== 'number') throw invalidParam('move must be a number of milliseconds')
  sendJson(response, 200, await world.time.move(move))
}
