import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

const SDK = resolve(__dirname, '../../node_modules/@cloudbase/node-sdk')

/** Another process with the unmodified SDK, knowing only the variables the cloud prints. */
export interface SdkProcess {
  child: ChildProcess
  /** Runs the body of an async function with `app`, `db`, `_` and `input`. A thrown error comes back with its code. */
  run: (body: string, input?: unknown) => Promise<unknown>
  stop: () => void
}

const PROGRAM = `
  const tcb = require(${JSON.stringify(SDK)})
  const app = tcb.init({ env: process.env.TCB_ENV })
  const db = app.database()
  const AsyncFunction = (async () => {}).constructor
  process.on('disconnect', () => process.exit())
  process.on('message', ({ id, body, input }) => {
    new AsyncFunction('app', 'db', '_', 'input', 'tcb', body)(app, db, db.command, input, tcb).then(
      (value) => process.send({ id, value: JSON.stringify(value) }),
      (error) => process.send({ id, error: { code: error.code, message: error.message } }))
  })
`

/** @param env the variables that point the SDK at a cloud */
export const startSdk = (env: Readonly<Record<string, string>>): SdkProcess => {
  const child = spawn(process.execPath, ['-e', PROGRAM], { env: { PATH: process.env['PATH'], ...env } as unknown as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', ({ id, value, error }: { id: number; value?: string; error?: { code: string; message: string } }) => {
    const job = waiting.get(id)
    waiting.delete(id)
    if (error) job?.reject(Object.assign(new Error(error.message), { code: error.code }))
    else job?.resolve(value === undefined ? undefined : JSON.parse(value))
  })
  child.once('exit', () => { for (const job of waiting.values()) job.reject(new Error('the SDK process ended')) })
  return {
    child,
    run: (body, input) => new Promise((resolveRun, reject) => {
      const id = ++last
      waiting.set(id, { resolve: resolveRun, reject })
      child.send({ id, body, input })
    }),
    stop: () => { child.kill('SIGKILL') },
  }
}
