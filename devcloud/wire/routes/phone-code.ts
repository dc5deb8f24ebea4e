import { sendJson } from '../answer'
import type { Route } from '../route'

/** `POST /devcloud/wechat/phone-code` → `{code}`: what `bindgetphonenumber` reports after the person has agreed. */
export const phoneCode: Route = ({ request, response, world }) => {
  const person = world.people.authenticate(request.headers.authorization)
  sendJson(response, 200, { code: world.openApi.phoneCodes.draw(person) })
}
