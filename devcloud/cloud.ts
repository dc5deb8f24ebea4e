import { createServer, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import { Clock } from './clock'
import { openDataDirectory } from './data-directory'
import { TRANSACTION_LIFETIME, WRITE_PATIENCE } from './database/limits'
import { importDocuments } from './database/import-documents'
import { Store } from './database/store'
import { Transactions } from './database/transactions'
import { readCollections } from './deployment/collections'
import { DeployedFunctions } from './deployment/deployed-functions'
import { readEnvironment } from './deployment/environment'
import { describe, settled, type Findings } from './deployment/findings'
import { readMessagePush } from './deployment/message-push'
import { readMessageTemplates } from './deployment/message-templates'
import { configFolders, readOpenapiPermissions } from './deployment/openapi-permissions'
import { readStorageRules } from './deployment/storage-rules'
import { variableFiller } from './deployment/variables'
import { portBusy } from './errors'
import { Faults } from './faults'
import type { Caller } from './functions/caller'
import { Functions } from './functions/functions'
import { Logs, type LoggedCall, type LogQuery } from './functions/logs'
import { Timers, type FiredTimer } from './functions/timers'
import { startOutside, type Outside } from './outside/outside'
import { CustomLogin, type CustomLoginKey } from './people/custom-login'
import { People, type Person } from './people/people'
import { Visitors } from './people/visitors'
import { loadSecrets } from './secrets'
import { FileIds } from './storage/file-id'
import { Files } from './storage/files'
import { Permits } from './storage/permits'
import type { Storage } from './storage/storage'
import type { SentMessage } from './wechat/messages'
import type { OpenApiContext } from './wechat/open-api'
import { startPlatform } from './wechat/platform'
import { PATIENCE, refuseBrokenRequests, type Patience } from './wire/broken-request'
import { requestHandler, type Mount } from './wire/handler'
import { reachOf } from './wire/reach'
import type { CloudTime, WatchSdk, World } from './wire/world'

export interface CloudOptions {
  /** Holds cloudbaserc.json and cloudbase/. */
  root: string
  /** Where everything is kept; made if it is not there. */
  data: string
  /** 0 is any that is free. */
  port: number
  /** Where to listen; 127.0.0.1, if not said. Beyond this machine everybody in the network can sign in as anybody. */
  host?: string
  /** How long a client may take to say what it wants. */
  patience?: Patience
  /** `<functionsDir>/<name>/index.js` is the bundle of a function. Relative to the root. */
  functionsDir: string
  /** Who may sign in. */
  people?: readonly Person[]
  /** Answers addresses that are not the cloud's own. */
  mount?: Mount
  /** Milliseconds; what `serverDate`, links, messages and timers go by, moved by `moveTime`. Functions have the machine's clock, moved as far. */
  clock?: () => number
  /** False keeps the timers of cloudbaserc.json from firing by themselves. */
  timers?: boolean
  /** How many processes a function may have at once; 4, if not said. Calls beyond wait in order. */
  instances?: number
  /** How long a process is kept that nobody calls, in milliseconds; 10 minutes, if not said. The service's own time is not published. */
  idleMs?: number
  /** The mini-program's id, as a function sees it. */
  appId?: string
  /** The largest file that storage takes, in bytes. */
  maxFileBytes?: number
  /** After how many milliseconds a transaction is undone; 30 s, as in the service. */
  transactionLifetime?: number
  /** How many milliseconds a write waits for a transaction that holds its document; 10 s. */
  writePatience?: number
  /** Variables of functions by name, over those of cloudbaserc.json: what somebody sets in the console. */
  variables?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Starts services outside the cloud, too, for functions that call them. @returns variables of functions by name that lead there */
  outside?: (outside: Outside) => Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Milliseconds until WeChat pushes its verdict on a picture (default 2000; WeChat itself takes up to 30 minutes); 'asked' is only when it is asked for. */
  mediaVerdictAfter?: number | 'asked'
  /** Gets every line that a function writes; standard error, if not said. A copy goes to `<data>/functions.log`. */
  log?: (line: string) => void
  /** Is told of every request of the SDK, to count them or to let them take time as a network does. */
  watchSdk?: WatchSdk
}

export interface Cloud {
  /** `http://127.0.0.1:<port>`, or the address that it was told to listen on. */
  readonly url: string
  readonly port: number
  /** The variables that point an unmodified SDK in another process at this cloud. */
  readonly env: Readonly<Record<string, string>>
  /** Calls a function as somebody, or as nobody. @returns what its handler returned */
  invoke(name: string, event: object, caller: Caller): Promise<unknown>
  /** Fires a function's timer now. @returns what its handler returned */
  fireTimer(functionName: string, triggerName?: string): Promise<unknown>
  /** Ends every process of a function, as a crash would. */
  killFunction(name: string): void
  /** The latest calls of functions, newest first, each with what it wrote, how long it took, and whether its process was started for it. */
  logs(query?: LogQuery): LoggedCall[]
  /**
   * Moves the cloud's clock forward, for good; functions, timers, links and `serverDate` go by it. Several dates of a timer that pass by it
   * are one call, for the last of them. @param ms milliseconds @returns when the timers that became due are over @throws INVALID_PARAM for a move back
   */
  moveTime(ms: number): Promise<CloudTime & { fired: FiredTimer[] }>
  /** The latest subscription messages, newest first. */
  messages(limit?: number): SentMessage[]
  /** How many messages of a template a person may still be sent. */
  credits(openid: string, templateId: string): number
  /** Lets things go wrong, for tests. */
  readonly faults: Faults
  /** What WeChat's moderation says, the pictures whose verdict is due, and the events under way. */
  readonly wechat: Pick<OpenApiContext, 'moderation' | 'mediaChecks' | 'push'>
  /** The services outside the cloud, where they were asked for. */
  readonly outside: Outside | undefined
  /**
   * Adds many documents at once, as the service's `databaseMigrateImport` does: by portions, each all or nothing. @param documents EJSON as objects, each with
   * an `_id` @returns how many @throws DATABASE_DUPLICATE_WRITE, DATABASE_COLLECTION_NOT_EXIST
   */
  importDocuments(collection: string, documents: Iterable<object>): number
  /** How many index entries and documents were looked at to answer queries since the start: what the service would bill as reads, and more. */
  examined(): { keys: number; documents: number }
  /** The key of custom sign-in, for node-sdk's `init({credentials})`. Drawn at the first call; also in `<data>/custom-login-key.json`. */
  customLoginKey(): CustomLoginKey
  /** Ends everything: connections, functions, database. */
  stop(): Promise<void>
}

/** 100 MB, until the service's limit matters to somebody. */
const DEFAULT_MAX_FILE_BYTES = 100 * 1024 * 1024

const DEFAULT_INSTANCES = 4
const DEFAULT_IDLE_MS = 10 * 60 * 1000

const listen = (server: Server, host: string, port: number): Promise<number> => new Promise((done, failed) => {
  server.once('error', (error: NodeJS.ErrnoException) => failed(error.code === 'EADDRINUSE' ? portBusy(host, port) : error))
  server.listen(port, host, () => {
    const address = server.address()
    done(typeof address === 'object' && address !== null ? address.port : port)
  })
})

/** How long requests under way may take to end when the cloud stops, in milliseconds. */
const STOP_PATIENCE = 1000

const close = (server: Server): Promise<void> => new Promise((done) => {
  const impatient = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE)
  server.close(() => {
    clearTimeout(impatient)
    done()
  })
  server.closeIdleConnections()
})

/**
 * Starts a CloudBase environment on this machine, from the files it is deployed with.
 * @throws CloudError PORT_BUSY, DATA_BUSY or BAD_DEPLOYMENT
 */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const root = resolve(options.root)
  const functionsDir = resolve(root, options.functionsDir)
  const reach = reachOf(options.host ?? '127.0.0.1')
  const data = openDataDirectory(options.data)
  const patience = options.patience ?? PATIENCE
  let origin = ''
  let outside: Outside | undefined
  let env: Record<string, string> = {}
  const server = createServer({ connectionsCheckingInterval: Math.min(patience.headMs, 5000) })
  refuseBrokenRequests(server, patience)
  try {
    const clock = new Clock(options.clock ?? Date.now, join(data.path, 'clock.json'))
    const { now } = clock
    const logs = new Logs(data.path, options.log ?? ((line: string) => { process.stderr.write(`${line}\n`) }), now)
    outside = options.outside && await startOutside({ now, log: (line) => logs.note('devcloud', line) })
    const lead = outside && options.outside ? options.outside(outside) : {}
    const fill = variableFiller(data.path)
    const told = <T>(read: (findings: Findings) => T): T => settled(read, ({ file, ...warning }) => logs.note('devcloud', `${file}: ${describe(warning)}`))
    const deployed = new DeployedFunctions(root, () => {
      const read = told((found) => readEnvironment(root, fill, found))
      return { ...read, functions: read.functions.map(f => ({ ...f, variables: { ...f.variables, ...lead[f.name], ...options.variables?.[f.name] } })) }
    }, (message) => logs.note('devcloud', message), () => timers.deployed())
    const { environment } = deployed
    const { collections, rules, templates, pushTo } = told((found) => ({
      collections: readCollections(root, found), rules: readStorageRules(root, found), templates: readMessageTemplates(root, found),
      pushTo: readMessagePush(root, environment.functions.map(({ name }) => name), found),
    }))
    const { envId } = environment
    const secrets = loadSecrets(data.path)
    const store = new Store(data.sql)
    store.deploy(collections)
    const transactions = new Transactions(store, options.transactionLifetime ?? TRANSACTION_LIFETIME)
    const people = new People(data.sql, options.people ?? [], new Visitors(data.sql, secrets.linkSecret, now), now)
    const customLogin = new CustomLogin(data.path, envId, now)
    const storage: Storage = {
      rules, ids: new FileIds(envId), origin: () => origin,
      files: new Files(data.sql, join(data.path, 'files'), options.maxFileBytes ?? DEFAULT_MAX_FILE_BYTES),
      permits: new Permits(secrets.linkSecret, now),
    }
    const appId = options.appId ?? 'wx0000000000000000'
    const faults = new Faults()
    const functions = new Functions({
      envId, functionsDir, logs, appId, data: data.path, definitions: deployed.current, offset: () => clock.offset,
      instances: options.instances ?? DEFAULT_INSTANCES, idleMs: options.idleMs ?? DEFAULT_IDLE_MS, environment: () => env, crashes: (name) => faults.takeCrash(name),
    })
    const call = async (name: string, event: string, caller: Caller, timer: boolean): Promise<unknown> =>
      JSON.parse(await functions.call(name, event, { caller, timer })) as unknown
    const timers = new Timers({
      now, definitions: deployed.current, note: (name, text) => logs.note(name, text),
      fire: (name, event) => call(name, event, null, true),
    })
    const time = {
      read: (): CloudTime => ({ now: now(), offset: clock.offset }),
      move: async (ms: number) => {
        clock.move(ms)
        transactions.moveTime(ms)
        functions.moveTime()
        return { ...time.read(), fired: await timers.catchUp() }
      },
    }
    const permitted = (name: string, api: string) => settled((found) => readOpenapiPermissions(configFolders(root, functionsDir, environment.functionRoot, name), found)).has(api)
    const wechat = startPlatform({
      sql: data.sql, people, templates, appId, now, faults, log: (name, line) => logs.note(name, line), permitted, origin: () => origin,
      pushTo,
      mediaVerdictAfter: options.mediaVerdictAfter ?? 2000,
      invoke: (name, event, caller) => call(name, event, caller, false),
      kill: (name) => functions.kill(name),
    })
    const { messages } = wechat
    const world: World = {
      envId, storage, functions, definitions: deployed.current, logs, timers, faults, people, templates, messages, database: { store, transactions, now, writePatience: options.writePatience ?? WRITE_PATIENCE }, credentials: secrets,
      watchSdk: options.watchSdk, openApi: wechat, customLogin, reach, time, outside,
    }
    server.on('request', requestHandler(world, options.mount))
    // Longer than the SDK keeps a connection it does not use (4.8 s), so that it never meets a closed one.
    server.keepAliveTimeout = 60_000
    const port = await listen(server, reach.listen, options.port)
    origin = `http://${reach.name}:${port}`
    env = {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: envId,
      TCB_ENV: envId,
      TENCENTCLOUD_SECRETID: secrets.secretId,
      TENCENTCLOUD_SECRETKEY: secrets.secretKey,
    }
    if (options.timers !== false) timers.start()
    let stopping: Promise<void> | undefined
    const stop = async () => {
      timers.stop()
      // Writes that wait for a transaction go on while the server lets requests end.
      transactions.close()
      wechat.mediaChecks.stop()
      const closed = close(server)
      await functions.stop()
      await closed
      await outside?.stop()
      transactions.close()
      logs.close()
      data.close()
    }
    return {
      url: origin, port, env, faults, wechat, outside,
      invoke: (name, event, caller) => {
        if (caller && 'openid' in caller) people.noteHere(caller.openid)
        return call(name, JSON.stringify(event), caller, false)
      },
      fireTimer: (functionName, triggerName) => timers.fire(functionName, triggerName),
      killFunction: (name) => functions.kill(name),
      logs: (query = {}) => logs.find(query),
      moveTime: (ms) => time.move(ms),
      messages: (limit = 50) => messages.latest(limit),
      credits: (openid, templateId) => messages.credits(openid, templateId),
      importDocuments: (collection, documents) => importDocuments(store, collection, documents, now()),
      examined: () => ({ ...store.examined }),
      customLoginKey: () => customLogin.key(),
      stop: () => stopping ??= stop(),
    }
  } catch (error) {
    await outside?.stop()
    server.close()
    data.close()
    throw error
  }
}
