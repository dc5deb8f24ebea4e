import { KeptLinks } from './keptLinks'
import { fileIdOf, linksTo } from './storage'

/** How long a link to evidence works: long enough to look, short enough not to be passed on. s */
const LINK_SECONDS = 3600

/** For so long a link is given to the next who may see or hear it; who gets one has half an hour at least. s */
const GIVEN_AGAIN_SECONDS = 1800

const kept = new KeptLinks(fileIds => linksTo(fileIds, LINK_SECONDS), LINK_SECONDS * 1000, GIVEN_AGAIN_SECONDS * 1000)

/** Links by id. Only for ids that the caller was found to be allowed to see or hear. */
export async function evidenceLinks(wanted: readonly { id: string; keptPath: (id: string) => string }[]): Promise<Record<string, string>> {
  const files = await Promise.all(wanted.map(async ({ id, keptPath }) => [id, await fileIdOf(keptPath(id))] as const))
  const urls = await kept.get(files.map(([, fileId]) => fileId))
  return Object.fromEntries(files.flatMap(([id, fileId]) => {
    const url = urls.get(fileId)
    return url === undefined ? [] : [[id, url]]
  }))
}

/** Until when links given at this moment work, at least. ms */
export function linksUntil(now: number): number {
  return kept.until(now)
}
