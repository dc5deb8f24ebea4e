import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startStage } from './startStage'

/**
 * The stage as a program, built into dist/stage/main.mjs (so the root is two folders up from there).
 * Flag: --fresh. Environment: PORT (5180), DATA (.data/demo in the root).
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const stage = await startStage({
    root,
    data: path.resolve(root, process.env['DATA'] ?? '.data/demo'),
    port: Number(process.env['PORT'] ?? 5180),
    fresh: process.argv.includes('--fresh'),
    say,
  })
  stopOnSignals(stage.stop)
  say(`\n  ${stage.url}/\n\n  Ctrl-C stops it.`)
} catch (error) {
  process.stderr.write(`\n✗ ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

/** The first signal lets what runs come to its end; a second one does not wait for it. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) process.exit(130)
    stopping = true
    say('\nstopping …')
    stop().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`✗ it did not stop in order: ${String(error)}\n`)
      process.exit(1)
    })
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}
