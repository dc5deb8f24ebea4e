import { createHash } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { _, app, db, findById, insertOnce } from './database'
import { cleanJpeg, type JpegTrouble } from './jpeg'
import { download, fileIdOf, pathOf } from './storage'

/** A picture that was accepted: checked, stripped, kept where no client can write. */
interface PhotoDocument {
  _id: string
  personId: string
  /** The case it is evidence in; null until it is used. It counts once. */
  caseId: string | null
  bytes: number
  width: number
  height: number
  /** Of the kept picture: the same picture in another case can be found. */
  sha256: string
  at: number
}

/** A 1600 px JPEG has about 500 KB; bytes. */
const LARGEST_PHOTO = 4 * 1024 * 1024

const TROUBLE: Record<JpegTrouble | 'PHOTO_TOO_LARGE', string> = {
  PHOTO_TOO_LARGE: '这张照片太大了，请重新拍一张',
  NOT_A_PICTURE: '这不是照片，请重新拍一张',
  TRUNCATED: '这张照片没传完整，请重传',
  TOO_MANY_PIXELS: '这张照片太大了，请重新拍一张',
}

/** Where this caller may upload. The platform's rules only keep clients below incoming/; that a file is the caller's own is checked here. */
export function uploadPrefix(caller: Caller): string {
  return `incoming/${caller.personId}/`
}

/** Takes an uploaded file as the caller's photo. Repeating it answers the same. */
export async function acceptPhoto(caller: Caller, fileId: string, now: number): Promise<string> {
  const path = pathOf(fileId)
  if (!path.startsWith(uploadPrefix(caller))) refuse('NOT_YOUR_UPLOAD', '找不到这张照片，请重传', 'fileId')
  const photoId = `ph${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
  // The id comes from a client; only its path is believed, the environment is our own.
  const incoming = await fileIdOf(path)
  // Nearly always new: looked for while it is fetched.
  const [known, uploaded] = await Promise.all([findById<PhotoDocument>('photos', photoId), download(incoming, LARGEST_PHOTO)])
  if (known) {
    // The answer was lost, or the function died before it forgot the upload.
    await app.deleteFile({ fileList: [incoming] })
    return photoId
  }
  if (uploaded === null) refuse('UPLOAD_NOT_FOUND', '照片没传上来，请重传', 'fileId')
  const clean = uploaded === 'TOO_LARGE' ? 'PHOTO_TOO_LARGE' : cleanJpeg(uploaded)
  if (typeof clean === 'string') {
    // Nothing of a refused upload stays: it may say where it was taken.
    await app.deleteFile({ fileList: [incoming] })
    return refuse(clean, TROUBLE[clean], 'fileId')
  }
  await app.uploadFile({ cloudPath: keptPath(photoId), fileContent: clean.bytes })
  const document: PhotoDocument = {
    _id: photoId, personId: caller.personId, caseId: null, bytes: clean.bytes.length, width: clean.width, height: clean.height,
    sha256: createHash('sha256').update(clean.bytes).digest('hex'), at: now,
  }
  // At the same time: should only the upload be gone, nobody was told an id, and the phone uploads again.
  await Promise.all([insertOnce('photos', document), app.deleteFile({ fileList: [incoming] })])
  return photoId
}

/** Puts the caller's photos into a case; each counts once. Repeating it for the same case changes nothing. Refuses when one is not theirs to use. */
export async function usePhotos(caller: Caller, photoIds: string[], caseId: string): Promise<void> {
  if (photoIds.length === 0) return
  const own = { _id: _.in(photoIds), personId: caller.personId }
  const { updated } = await db.collection('photos').where({ ...own, caseId: null }).update({ caseId })
  if (updated === photoIds.length) return
  const { total } = await db.collection('photos').where({ ...own, caseId }).count()
  if (total !== photoIds.length) refuse('PHOTO_NOT_YOURS', '有一张照片不能用，请重新拍', 'photos')
}

/** Gives photos back that a case could not be filed with. */
export async function releasePhotos(caller: Caller, photoIds: string[], caseId: string): Promise<void> {
  if (photoIds.length > 0) await db.collection('photos').where({ _id: _.in(photoIds), personId: caller.personId, caseId }).update({ caseId: null })
}

/** Where an accepted photo is kept: no client can write there. */
export function keptPath(photoId: string): string {
  return `evidence/${photoId}.jpg`
}
