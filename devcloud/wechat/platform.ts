import type { Sql } from '../database/sql'
import type { MessageTemplate } from '../deployment/message-templates'
import type { Caller } from '../functions/caller'
import type { People } from '../people/people'
import { EventPush, type PushedEvent } from './event-push'
import type { Faults } from './faults'
import { MediaChecks } from './media-checks'
import { Messages } from './messages'
import { Moderation } from './moderation'
import type { OpenApiContext } from './open-api'
import { PhoneCodes } from './phone-codes'
import { UrlLinks } from './url-links'

export interface PlatformOptions {
  sql: Sql
  people: People
  templates: ReadonlyMap<string, MessageTemplate>
  appId: string
  now: () => number
  /** `http://127.0.0.1:<port>` */
  origin: () => string
  /** Event → function, from the deployment files. */
  pushTo: ReadonlyMap<string, string>
  /** Until the verdict on a picture, ms. */
  mediaVerdictAfter: number | 'asked'
  invoke: (functionName: string, event: string, caller: Caller) => Promise<unknown>
  log: (functionName: string, line: string) => void
  faults: Faults
  permitted: OpenApiContext['permitted']
  kill: OpenApiContext['kill']
}

/** The account that owns the mini-program, as events name it. */
const ACCOUNT = 'gh_000000000000'

/** WeChat's own side of the cloud: its APIs, what it keeps, what it pushes. */
export const startPlatform = (options: PlatformOptions): OpenApiContext => {
  const { sql, people, templates, appId, now, origin, pushTo, mediaVerdictAfter, invoke, log, permitted, kill, faults } = options
  const push = new EventPush({
    functions: pushTo, account: ACCOUNT, now, log,
    call: (functionName: string, event: PushedEvent, openid: string) => invoke(functionName, JSON.stringify(event), { openid, pushed: true }),
  })
  const moderation = new Moderation()
  return {
    people, templates, now, push, moderation, permitted, kill, faults,
    messages: new Messages(sql),
    mediaChecks: new MediaChecks({ sql, people, moderation, push, appId, after: mediaVerdictAfter }),
    phoneCodes: new PhoneCodes(appId, now),
    urlLinks: new UrlLinks(sql, origin, now),
  }
}
