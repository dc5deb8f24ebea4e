/** What the cloud sends to the process of a function: a call, or how far its clock was moved. */
export type CloudMessage =
  | { kind: 'call'; id: string; event: string; context: Record<string, unknown>; environ: Record<string, string>; offset: number }
  | { kind: 'time'; offset: number }

/** What the process of a function wrote until then, in bytes. */
export interface Written { stdout: number; stderr: number }

/** What the process of a function sends back. `result` is JSON; null stands for a handler that returns nothing. */
export type ChildMessage =
  | { kind: 'ready' }
  | { kind: 'unloadable'; message: string }
  | { kind: 'returned'; id: string; result: string; written: Written }
  | { kind: 'threw'; id: string; name: string; message: string; stack: string; written: Written }

/**
 * The whole program of a function's process, by the event-function contract: `context.environ` is copied into process.env,
 * then `main(event, context)`. Its source text is the file that is run, so it may use nothing but its parameters and globals.
 * @param load Node's `require`
 * @param bundle absolute path of the function's bundle
 * @param exported name of the handler in it
 * @param moved how far the cloud's clock was moved, in milliseconds
 */
export function childMain(load: (path: string) => unknown, bundle: string, exported: string, moved: number): void {
  const base: Record<string, string | undefined> = { ...process.env }
  // How it was started is no part of what the service's functions see.
  process.argv.splice(2)
  const channel = process.send?.bind(process)
  const send = (message: ChildMessage, then?: () => void) => { channel?.(message, undefined, {}, then) }
  // A function in the cloud has no parent process to talk to.
  delete process.send
  const said = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
  // The cloud is gone, in whatever way: nobody would stop this process any more.
  process.on('disconnect', () => process.exit(0))

  // The clock moves with the cloud's: whatever asks Date for the time gets the moved one, whenever it took hold of it.
  let offset = moved
  const machineNow = Date.now.bind(Date)
  const now = () => machineNow() + offset
  const MachineDate = Date
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, parameters, made) => Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, made) as Date,
    apply: () => new MachineDate(now()).toString(),
  })
  MachineDate.now = now
  MachineDate.prototype.constructor = globalThis.Date

  // Output and answers come by different ways; these say how much output belongs before an answer. A stream that nobody asked for is not made.
  const bytes = { stdout: () => 0, stderr: () => 0 }
  for (const name of ['stdout', 'stderr'] as const) {
    const get = Object.getOwnPropertyDescriptor(process, name)?.get as () => NodeJS.WriteStream
    Object.defineProperty(process, name, {
      configurable: true, enumerable: true,
      get: () => {
        const stream = get.call(process)
        bytes[name] = () => stream.bytesWritten
        return stream
      },
    })
  }
  const written = (): Written => ({ stdout: bytes.stdout(), stderr: bytes.stderr() })

  let handler: ((event: unknown, context: unknown) => unknown) | undefined
  try {
    handler = (load(bundle) as Record<string, typeof handler>)[exported]
    if (typeof handler !== 'function') throw new Error(`the bundle exports no function ${exported}`)
  } catch (error) {
    const { stack, message } = said(error)
    send({ kind: 'unloadable', message: stack ?? message }, () => process.exit(1))
    return
  }
  const main = handler

  process.on('message', (message: CloudMessage) => {
    offset = message.offset
    if (message.kind !== 'call') return
    const { id, event, context, environ } = message
    // One call's identity must never be seen by the next: whatever the last call or its environ set goes.
    for (const name of Object.keys(process.env)) if (!(name in base)) delete process.env[name]
    Object.assign(process.env, base, environ)
    const run = async () => main(JSON.parse(event) as unknown, context)
    run().then((value) => {
      const result = JSON.stringify(value) ?? 'null'
      send({ kind: 'returned', id, result, written: written() })
    }).catch((error: unknown) => {
      const { name, message: text, stack } = said(error)
      send({ kind: 'threw', id, name, message: text, stack: stack ?? '', written: written() })
    })
  })
  send({ kind: 'ready' })
}
