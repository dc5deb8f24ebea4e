import { createHash } from 'node:crypto'
import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { _, app, db, findById, insertOnce } from './database'
import { download, fileIdOf, pathOf } from './storage'

/** A file that was accepted as evidence: checked, stripped, kept where no client can write. */
export interface EvidenceDocument {
  _id: string
  personId: string
  /** The case it is evidence in; null until it is used. It counts once. */
  caseId: string | null
  bytes: number
  /** Of the kept file: the same one in another case can be found. */
  sha256: string
  at: number
}

/** What a kind of evidence is checked for, and where it is kept. `Facts` is what the check finds out about a file. */
export interface EvidenceKind<Facts extends object> {
  collection: 'photos' | 'voices' | 'videos'
  /** The id begins with it: what is known of the upload by its path alone, enough to say where it will be kept. */
  prefixOf: (uploadPath: string) => string
  keptPath: (id: string) => string
  /** Bytes. */
  largest: number
  /** @returns what of the file is kept and what was found out about it, or a code of `troubles` */
  clean: (uploaded: Buffer, uploadPath: string) => ({ bytes: Buffer } & Facts) | string
  /** What is told, by code. */
  troubles: Readonly<Record<string, string>>
  /** The code for a file above `largest`. */
  tooLarge: string
  notYours: string
  notFound: string
  /** Refused where it is used: the input's field, the code and its words. */
  unusable: { field: string; code: string; message: string }
}

/** Where this caller may upload. The platform's rules only keep clients below incoming/; that a file is the caller's own is checked here. */
export function uploadPrefix(caller: Caller): string {
  return `incoming/${caller.personId}/`
}

/** Takes an uploaded file as the caller's evidence. Repeating it answers the same. */
export async function acceptEvidence<Facts extends object>(kind: EvidenceKind<Facts>, caller: Caller, fileId: string, now: number): Promise<EvidenceDocument & Facts> {
  const path = pathOf(fileId)
  if (!path.startsWith(uploadPrefix(caller))) refuse('NOT_YOUR_UPLOAD', kind.notYours, 'fileId')
  const id = `${kind.prefixOf(path)}${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
  // The id comes from a client; only its path is believed, the environment is our own.
  const incoming = await fileIdOf(path)
  // Nearly always new: looked for while it is fetched.
  const [known, uploaded] = await Promise.all([findById<EvidenceDocument & Facts>(kind.collection, id), download(incoming, kind.largest)])
  if (known) {
    // The answer was lost, or the function died before it forgot the upload.
    await app.deleteFile({ fileList: [incoming] })
    return known
  }
  if (uploaded === null) refuse('UPLOAD_NOT_FOUND', kind.notFound, 'fileId')
  const clean = uploaded === 'TOO_LARGE' ? kind.tooLarge : kind.clean(uploaded, path)
  if (typeof clean === 'string') {
    // Nothing of a refused upload stays: it may say where it was taken.
    await app.deleteFile({ fileList: [incoming] })
    return refuse(clean, kind.troubles[clean] ?? kind.notFound, 'fileId')
  }
  const { bytes, ...facts } = clean
  await app.uploadFile({ cloudPath: kind.keptPath(id), fileContent: bytes })
  const document = {
    _id: id, personId: caller.personId, caseId: null, bytes: bytes.length, ...(facts as unknown as Facts),
    sha256: createHash('sha256').update(bytes).digest('hex'), at: now,
  }
  // At the same time: should only the upload be gone, nobody was told an id, and the phone uploads again.
  await Promise.all([insertOnce(kind.collection, document), app.deleteFile({ fileList: [incoming] })])
  return document
}

/** Puts the caller's evidence into a case; each counts once. Repeating it for the same case changes nothing. Refuses when one is not theirs to use. */
export async function useEvidence<Facts extends object>({ collection, unusable }: EvidenceKind<Facts>, caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  if (ids.length === 0) return
  const own = { _id: _.in([...ids]), personId: caller.personId }
  const { updated } = await db.collection(collection).where({ ...own, caseId: null }).update({ caseId })
  if (updated === ids.length) return
  const { total } = await db.collection(collection).where({ ...own, caseId }).count()
  if (total !== ids.length) refuse(unusable.code, unusable.message, unusable.field)
}

/** Gives evidence back that a case could not be filed with. */
export async function releaseEvidence<Facts extends object>({ collection }: EvidenceKind<Facts>, caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  if (ids.length > 0) await db.collection(collection).where({ _id: _.in([...ids]), personId: caller.personId, caseId }).update({ caseId: null })
}
