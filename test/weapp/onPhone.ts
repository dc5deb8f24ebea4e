import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { ROOT, type Name, type Someone } from '../scenario/openHouse'
import type { CloudHandlers } from './host/phone/cloud'
import { launchHost, type Host, type LaunchOptions } from './host/launch-host'

export const BUILD = path.join(ROOT, 'dist/weapp')

/** The build that WeChat DevTools would open, made if it is not there or stale. */
export function buildWeapp(): void {
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/build-weapp.mjs')], { cwd: ROOT, stdio: 'pipe' })
}

/** How WeChat says that a shared card was tapped in a group's chat. */
export const FROM_CHAT = 1008

/** What a phone needs of a house: its cloud, and somebody to upload as. */
interface Reach {
  cloud: { url: string }
  as(name: Name): Promise<Pick<Someone, 'upload'>>
}

/** `wx.cloud` bridged to the local cloud and its real functions, signed in as somebody. */
export async function cloudOf(house: Reach, name: Name): Promise<Required<Pick<CloudHandlers, 'callFunction' | 'uploadFile'>>> {
  const asMe = await signedIn(house, name)
  return {
    callFunction: ({ name: fn, data }) => post(`${house.cloud.url}/v1/functions/${fn}`, data, asMe),
    uploadFile: async ({ cloudPath, bytes }) => {
      const person = await house.as(name)
      return { fileID: await person.upload(cloudPath, bytes) }
    },
  }
}

async function signedIn(house: Reach, name: Name): Promise<Record<string, string>> {
  const { token } = (await post(`${house.cloud.url}/devcloud/signin`, { id: name })) as { token: string }
  return { authorization: `Bearer ${token}` }
}

/** Launches the mini-program on somebody's phone. */
export async function onPhone(house: Reach, name: Name, { wx, ...options }: Partial<LaunchOptions> = {}): Promise<Host> {
  const asMe = await signedIn(house, name)
  return launchHost({
    build: BUILD,
    cloud: await cloudOf(house, name),
    wx: {
      // WeChat's own question: the person says yes, and WeChat will take that many messages.
      requestSubscribeMessage: async (input: unknown) => {
        const { tmplIds } = input as { tmplIds: string[] }
        const answers = Object.fromEntries(tmplIds.map(id => [id, 'accept']))
        await post(`${house.cloud.url}/devcloud/wechat/subscribe`, { templateIds: tmplIds, answers }, asMe)
        return answers
      },
      ...wx,
    },
    ...options,
  })
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

/** A file name nobody used before. */
export function fileName(): string {
  return `${randomUUID()}.jpg`
}
