import { evidenceLinks } from './evidenceLinks'
import { PHOTOS } from './photos'

/** Links to photos, by photo id. Only for ids that the caller was found to be allowed to see. */
export async function photoLinks(photoIds: readonly string[]): Promise<Record<string, string>> {
  return evidenceLinks(photoIds.map(id => ({ id, keptPath: PHOTOS.keptPath })))
}
