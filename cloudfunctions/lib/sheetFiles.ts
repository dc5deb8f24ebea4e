import { _, app, db } from './database'
import { fileIdOf } from './storage'

/** A sheet that was handed out, until it is deleted. */
export interface SheetDocument {
  _id: string
  /** In storage; where no client can write, and drawn, so that nobody guesses it. */
  path: string
  dropAt: number
}

/** Deleted in one request [wechat: deleteFile takes 50]. */
const PORTION = 50

/** Deletes sheets whose link has ended: they are made anew from the cases whenever somebody wants one. @returns how many */
export async function dropSheets(now: number): Promise<number> {
  const { data } = await db.collection('sheets').where({ dropAt: _.lte(now) }).orderBy('dropAt', 'asc').limit(PORTION).get()
  const over = data as SheetDocument[]
  if (over.length === 0) return 0
  await app.deleteFile({ fileList: await Promise.all(over.map(s => fileIdOf(s.path))) })
  await db.collection('sheets').where({ _id: _.in(over.map(s => s._id)) }).remove()
  return over.length
}
