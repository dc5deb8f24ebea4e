import { runInThisContext } from 'node:vm'

interface Watcher {
  owns(promise: Promise<unknown>): boolean
  report(reason: unknown): void
}

type Listener = (reason: unknown, promise: Promise<unknown>) => void

const watchers = new Set<Watcher>()
let others: Listener[] = []

/** A test runner may hand its tests a copy of `process` that hears nothing; the event is raised on the real one. */
const realProcess = runInThisContext('process') as NodeJS.Process

const route: Listener = (reason, promise) => {
  for (const watcher of watchers) {
    if (watcher.owns(promise)) {
      watcher.report(reason)
      return
    }
  }
  for (const listener of others) listener(reason, promise)
}

/** Hears of rejections that nobody handled, for promises of one realm only; all others go where they went before. */
export function watchRejections(watcher: Watcher): () => void {
  if (watchers.size === 0) {
    others = realProcess.rawListeners('unhandledRejection') as Listener[]
    realProcess.removeAllListeners('unhandledRejection')
    // Without anyone else listening Node's default is to end the process: keep that for promises that are not ours.
    if (others.length === 0) others = [(reason) => { throw reason }]
    realProcess.on('unhandledRejection', route)
  }
  watchers.add(watcher)
  return () => {
    if (!watchers.delete(watcher) || watchers.size > 0) return
    realProcess.removeListener('unhandledRejection', route)
    for (const listener of others) realProcess.on('unhandledRejection', listener)
    others = []
  }
}
