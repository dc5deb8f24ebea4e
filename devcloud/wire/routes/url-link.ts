import { sendJson } from '../answer'
import type { Route } from '../route'

/** `GET /devcloud/wechat/links/{token}` → `{path, query, envVersion, until}`: where a link of `urllink.generate` leads, for a page that plays the phone. */
export const urlLink: Route = ({ response, captured: token, world }) => sendJson(response, 200, world.openApi.urlLinks.open(token))
