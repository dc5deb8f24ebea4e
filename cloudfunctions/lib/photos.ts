import type { Caller } from './caller'
import { acceptEvidence, releaseEvidence, useEvidence, type EvidenceKind } from './evidence'
import { cleanJpeg, type JpegTrouble } from './jpeg'

const TROUBLES: Record<JpegTrouble | 'PHOTO_TOO_LARGE', string> = {
  PHOTO_TOO_LARGE: '这张照片太大了，请重新拍一张',
  NOT_A_PICTURE: '这不是照片，请重新拍一张',
  TRUNCATED: '这张照片没传完整，请重传',
  TOO_MANY_PIXELS: '这张照片太大了，请重新拍一张',
}

export const PHOTOS: EvidenceKind<{ width: number; height: number }> = {
  collection: 'photos',
  prefixOf: () => 'ph',
  keptPath: id => `evidence/${id}.jpg`,
  // A 1600 px JPEG has about 500 KB.
  largest: 4 * 1024 * 1024,
  clean: cleanJpeg,
  troubles: TROUBLES, tooLarge: 'PHOTO_TOO_LARGE',
  notYours: '找不到这张照片，请重传', notFound: '照片没传上来，请重传',
  unusable: { field: 'photos', code: 'PHOTO_NOT_YOURS', message: '有一张照片不能用，请重新拍' },
}

/** Takes an uploaded picture as the caller's photo. Repeating it answers the same. */
export async function acceptPhoto(caller: Caller, fileId: string, now: number): Promise<string> {
  return (await acceptEvidence(PHOTOS, caller, fileId, now))._id
}

/** Puts the caller's photos into a case; each counts once. Repeating it for the same case changes nothing. Refuses when one is not theirs to use. */
export async function usePhotos(caller: Caller, photoIds: readonly string[], caseId: string): Promise<void> {
  await useEvidence(PHOTOS, caller, photoIds, caseId)
}

/** Gives photos back that a case could not be filed with. */
export async function releasePhotos(caller: Caller, photoIds: readonly string[], caseId: string): Promise<void> {
  await releaseEvidence(PHOTOS, caller, photoIds, caseId)
}
