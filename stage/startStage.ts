import path from 'node:path'
import { startCloud } from '../devcloud/cloud'
import { openChat } from './chat'
import { openData } from './data'
import { loadDemo } from './demo/load'
import { createPages, type Pages } from './pages'
import { outsideVariables } from './outsideVariables'
import { people } from './people'

export interface StageOptions {
  root: string
  data: string
  /** 0 lets the system choose. */
  port: number
  /** Begin anew: whatever was there before is deleted. */
  fresh: boolean
  say: (line: string) => void
}

/** Starts the local cloud with the stage in front of it; on the first run the demo community moves in. */
export async function startStage({ root, data: directory, port, fresh, say }: StageOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const data = openData(directory, fresh)
  let pages: Pages = async () => false
  const cloud = await startCloud({
    root, port, data: data.cloud,
    functionsDir: path.join(root, 'dist/functions'),
    // The setting that a deployment has for it: stories told by tests need not wait ten seconds for each decision.
    // Whoever tries it out at midnight sees messages come as by day, and waits a minute at most for what is gathered.
    variables: variables(process.env),
    people: people.map(({ id, openid }) => ({ id, openid })),
    mount: (request, response) => pages(request, response),
    outside: there => ({ courier: outsideVariables(there) }),
  })
  try {
    if (!data.demoIsLoaded()) {
      say('▸ the demo community moves in')
      await loadDemo({ cloud: cloud.url, root, say })
      data.demoLoaded()
    }
    pages = createPages({ root, cloud: cloud.url, groupBuys: openChat(cloud.url) })
  } catch (error) {
    await cloud.stop()
    throw error
  }
  return { url: cloud.url, stop: () => cloud.stop() }
}

/** Of each function. UNDO_SECONDS as deployed, where nothing else is said. */
function variables({ UNDO_SECONDS, QUIET_HOURS = 'none', GATHER_SECONDS = '60' }: NodeJS.ProcessEnv): Record<string, Record<string, string>> {
  return { api: { QUIET_HOURS, ...(UNDO_SECONDS === undefined ? {} : { UNDO_SECONDS }) }, courier: { QUIET_HOURS, GATHER_SECONDS } }
}
