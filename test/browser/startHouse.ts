import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { shanghaiMidnight } from '../../domain/clock/shanghai'

const HOUR = 3600_000
const root = path.resolve(__dirname, '../..')

/** The whole product as `npm start` runs it, on a port and with data of its own, the demo community moved in. */
export interface House {
  url: string
  /** Moves the cloud's clock on by so much, 0 to read it; its timers come by as they would. @returns what time it is there. ms */
  moveTime(ms: number): Promise<number>
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
  const url = await urlOf(child)
  return { url, stop, moveTime: ms => moveTime(url, ms) }
}

async function moveTime(url: string, move: number): Promise<number> {
  const answer = await fetch(`${url}/devcloud/time`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ move }) })
  if (!answer.ok) throw new Error(`the cloud's time: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { now: number }).now
}

/** Ten in the morning of the next day there: promises run while somebody answers, and nobody is woken by a message. @returns what time it is. ms */
export async function tomorrowAtTen({ moveTime: move }: House): Promise<number> {
  const now = await move(0)
  return move(shanghaiMidnight(now) + 34 * HOUR - now)
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
