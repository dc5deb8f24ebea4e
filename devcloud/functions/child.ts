/** What the cloud sends to the process of a function. */
export interface CallMessage { id: string; event: string; context: Record<string, unknown>; environ: Record<string, string> }

/** What the process of a function sends back. `result` is JSON; null stands for a handler that returns nothing. */
export type ChildMessage =
  | { kind: 'ready' }
  | { kind: 'unloadable'; message: string }
  | { kind: 'returned'; id: string; result: string }
  | { kind: 'threw'; id: string; name: string; message: string; stack: string }

/**
 * The whole program of a function's process, by the event-function contract: `context.environ` is copied into process.env,
 * then `main(event, context)`. Its source text is handed to `node -e`, so it may use nothing but its parameters and globals.
 * @param load Node's `require`
 * @param bundle absolute path of the function's bundle
 * @param exported name of the handler in it
 */
export function childMain(load: (path: string) => unknown, bundle: string, exported: string): void {
  const base: Record<string, string | undefined> = { ...process.env }
  const send = (message: ChildMessage, then?: () => void) => { process.send?.(message, undefined, {}, then) }
  const said = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
  // The cloud is gone, in whatever way: nobody would stop this process any more.
  process.on('disconnect', () => process.exit(0))

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

  process.on('message', (call: CallMessage) => {
    // One call's identity must never be seen by the next: whatever the last call or its environ set goes.
    for (const name of Object.keys(process.env)) if (!(name in base)) delete process.env[name]
    Object.assign(process.env, base, call.environ)
    const run = async () => main(JSON.parse(call.event) as unknown, call.context)
    run().then((value) => send({ kind: 'returned', id: call.id, result: JSON.stringify(value) ?? 'null' }))
      .catch((error: unknown) => {
        const { name, message, stack } = said(error)
        send({ kind: 'threw', id: call.id, name, message, stack: stack ?? '' })
      })
  })
  send({ kind: 'ready' })
}
