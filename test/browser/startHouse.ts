import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** The whole product as `npm start` runs it, on a port and with data of its own, the demo community moved in. */
export interface House {
  url: string
  /** Ends it in order and forgets its data. */
  stop(): Promise<void>
}

/** Starts dist/stage/main.mjs as a program of its own: the very thing that people start. */
export async function startHouse(): Promise<House> {
  const data = await mkdtemp(path.join(os.tmpdir(), 'tuanhou-house-'))
  const child = spawn(process.execPath, [path.join(root, 'dist/stage/main.mjs')], {
    cwd: root, env: { ...process.env, PORT: '0', DATA: data, UNDO_SECONDS: '1', GATHER_SECONDS: '0' }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    const code = await ended
    await rm(data, { recursive: true, force: true })
    if (code !== 0) throw new Error(`the house ended with code ${code}`)
  }
  return { url: await urlOf(child), stop }
}

/** The one address that it prints when it is ready; everything it said, if it ends before. */
function urlOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString()
      const url = /^\s+(http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(said)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', code => reject(new Error(`the house ended with code ${code} before it was ready:\n${said}`)))
  })
}
