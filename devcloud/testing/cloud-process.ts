import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')

/** The cloud as its command line starts it, in a process of its own that can be killed. */
export interface CloudProcess {
  child: ChildProcess
  /** What it prints for an SDK, and `DEVCLOUD_URL`. */
  env: Record<string, string>
  /** @returns when the process is gone */
  end: (signal: NodeJS.Signals) => Promise<void>
}

export interface CloudProcessOptions {
  root: string
  data: string
  port?: number
  /** The largest file it may write, in 1024 bytes (`ulimit -f`): a disk that is full, for this process alone. */
  fileLimit?: number
  /** Where the bundles are, if not in the root. */
  functions?: string
  /** A file with who may sign in. */
  people?: string
  /** A file with variables of functions. */
  variables?: string
}

/**
 * Starts the cloud and waits until it answers.
 * @throws Error with what it wrote to standard error, if it ends before that
 */
export const startCloudProcess = ({ root, data, port = 0, fileLimit, functions = root, people, variables }: CloudProcessOptions): Promise<CloudProcess> => {
  const command = [process.execPath, resolve(ROOT, 'scripts/devcloud.mjs'), '--root', root, '--data', data, '--functions', functions, '--port', String(port), '--no-timers', ...(people === undefined ? [] : ['--people', people]), ...(variables === undefined ? [] : ['--variables', variables])]
  const limited = fileLimit === undefined ? command : ['/bin/bash', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'limited', ...command]
  const child = spawn(limited[0] as string, limited.slice(1), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = new Promise<void>((done) => { child.once('exit', () => done()) })
  return new Promise((started, failed) => {
    let [output, errors] = ['', '']
    const complain = (chunk: Buffer) => { errors += chunk.toString() }
    child.stderr.on('data', complain)
    child.once('close', (code) => failed(new Error(`the cloud ended with ${code}: ${errors}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (!/^ready$/m.test(output)) return
      const env = Object.fromEntries([...output.matchAll(/^(\w+)=(.*)$/gm)].map((line) => [line[1], line[2]])) as Record<string, string>
      // What its functions write from now on is in its log.
      child.stderr.off('data', complain).resume()
      started({ child, env, end: (signal) => { child.kill(signal); return gone } })
    })
  })
}
