import { spawn, type ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'

/** Keeps the list of processes that run, a line `+ PID` or `- PID` for each change. Its input ends with the cloud, in whatever way that ended; then it kills the rest. */
const PROGRAM = `running=' '
while read -r change pid; do
  if [ "$change" = + ]; then running="$running$pid "
  else case "$running" in *" $pid "*) running="\${running%% $pid *} \${running#* $pid }" ;; esac
  fi
done
[ "$running" = ' ' ] || kill -9 $running`

/**
 * Ends functions' processes after a cloud that was killed: one in a busy loop does not see that its parent is gone. A shell beside the cloud
 * rather than a thread in each process, which would count as the function's memory. Not on Windows, which has no such shell.
 */
export class Reaper {
  readonly #running = new Set<number>()
  #shell: ChildProcess | undefined

  /** Looks after a process until it exits. */
  watch(child: ChildProcess): void {
    const { pid } = child
    if (pid === undefined || process.platform === 'win32') return
    this.#running.add(pid)
    if (this.#shell) this.#tell(`+ ${pid}\n`)
    else this.#start()
    child.once('exit', () => {
      this.#running.delete(pid)
      this.#tell(`- ${pid}\n`)
    })
  }

  #start(): void {
    // Detached: what is sent to the cloud's whole group, as by Ctrl-C, must not end it before its work is done.
    const shell = spawn('/bin/sh', ['-c', PROGRAM], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], env: {} as NodeJS.ProcessEnv })
    this.#shell = shell
    const gone = () => { if (this.#shell === shell) this.#shell = undefined }
    shell.once('exit', gone)
    // The next process that starts brings another one.
    shell.on('error', gone)
    const input = shell.stdin as unknown as Socket
    input.on('error', gone)
    shell.unref()
    input.unref()
    this.#tell([...this.#running].map((pid) => `+ ${pid}\n`).join(''))
  }

  #tell(lines: string): void { this.#shell?.stdin?.write(lines) }

  /** Ends it. To be called when all processes are gone. */
  stop(): void {
    this.#shell?.stdin?.end()
    this.#shell = undefined
  }
}
