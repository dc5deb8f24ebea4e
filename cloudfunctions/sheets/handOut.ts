import { randomBytes } from 'node:crypto'
import { app, db } from '../lib/database'
import type { SheetDocument } from '../lib/sheetFiles'
import { fileIdOf, linksTo } from '../lib/storage'

/** How long a link works: long enough to download, short enough not to be passed on. Seconds */
const LINK_SECONDS = 600
/** A download that began at the last moment is let finish. ms */
const GRACE = 5 * 60_000

/** Keeps a sheet where no client can write and gives a link to it that expires; afterwards the file is deleted. */
export async function handOut(fileName: string, bytes: Buffer, now: number): Promise<{ url: string; fileName: string; until: number }> {
  const _id = randomBytes(24).toString('hex')
  const path = `sheets/${_id}.xlsx`
  const until = now + LINK_SECONDS * 1000
  // First: a function that dies after it leaves a note of a file that is not there, never a file that nobody knows of.
  await db.collection('sheets').add({ _id, path, dropAt: until + GRACE } satisfies SheetDocument)
  await app.uploadFile({ cloudPath: path, fileContent: bytes })
  const fileId = await fileIdOf(path)
  const url = (await linksTo([fileId], LINK_SECONDS)).get(fileId)
  if (url === undefined) throw new Error('storage gave no link to a sheet that was just stored')
  return { url, fileName: `${fileName}.xlsx`, until }
}
