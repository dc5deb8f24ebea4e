import type { DatabaseContext } from '../database/action'
import type { FunctionDefinition } from '../deployment/environment'
import type { MessageTemplate } from '../deployment/message-templates'
import type { Functions } from '../functions/functions'
import type { Faults } from '../faults'
import type { Logs } from '../functions/logs'
import type { FiredTimer, Timers } from '../functions/timers'
import type { Outside } from '../outside/outside'
import type { CustomLogin } from '../people/custom-login'
import type { People } from '../people/people'
import type { Storage } from '../storage/storage'
import type { Messages } from '../wechat/messages'
import type { OpenApiContext } from '../wechat/open-api'
import type { Reach } from './reach'
import type { Credentials } from './signature'

/** Is told of every request of the SDK (e.g. `database.getDocument`) before it is carried out; what it awaits, the request waits for. */
export type WatchSdk = (action: string) => void | Promise<void>

/** The cloud's clock, in milliseconds. */
export interface CloudTime { now: number; /** How far it was moved in all. */ offset: number }

/** Everything that a request can reach. */
export interface World {
  envId: string
  credentials: Credentials
  reach: Reach
  database: DatabaseContext
  storage: Storage
  functions: Functions
  /** As they are deployed now. */
  definitions: () => readonly FunctionDefinition[]
  logs: Logs
  timers: Timers
  faults: Faults
  people: People
  customLogin: CustomLogin
  templates: ReadonlyMap<string, MessageTemplate>
  messages: Messages
  openApi: OpenApiContext
  time: { read: () => CloudTime; move: (ms: number) => Promise<CloudTime & { fired: FiredTimer[] }> }
  watchSdk?: WatchSdk | undefined
  outside: Outside | undefined
}
