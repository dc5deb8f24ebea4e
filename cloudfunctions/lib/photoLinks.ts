import { KeptLinks } from './keptLinks'
import { keptPath } from './photos'
import { fileIdOf, linksTo } from './storage'

/** How long a link to a photo works: long enough to look, short enough not to be passed on. s */
const LINK_SECONDS = 3600

/** For so long a link is given to the next who may see the photo; who gets one has half an hour at least. s */
const GIVEN_AGAIN_SECONDS = 1800

const links = new KeptLinks(fileIds => linksTo(fileIds, LINK_SECONDS), LINK_SECONDS * 1000, GIVEN_AGAIN_SECONDS * 1000)

/** Links to photos, by photo id. Only for ids that the caller was found to be allowed to see. */
export async function photoLinks(photoIds: readonly string[]): Promise<Record<string, string>> {
  const files = await Promise.all(photoIds.map(async id => [id, await fileIdOf(keptPath(id))] as const))
  const urls = await links.get(files.map(([, fileId]) => fileId))
  return Object.fromEntries(files.flatMap(([id, fileId]) => {
    const url = urls.get(fileId)
    return url === undefined ? [] : [[id, url]]
  }))
}

/** Until when links given at this moment work, at least. ms */
export function linksUntil(now: number): number {
  return links.until(now)
}
