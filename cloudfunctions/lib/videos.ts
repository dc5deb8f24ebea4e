import type { Video } from '../../domain/case/video'
import { LARGEST_VIDEO, LONGEST_VIDEO, VIDEO_SLACK } from '../../domain/case/video'
import { refuse } from '../../domain/contract/refusal'
import type { Caller } from './caller'
import { _, db } from './database'
import { acceptEvidence, releaseEvidence, useEvidence, type EvidenceDocument, type EvidenceKind } from './evidence'
import { cleanMovie } from './movie'

type VideoTrouble = 'BAD_VIDEO' | 'VIDEO_TOO_LARGE' | 'VIDEO_TOO_LONG'

const TROUBLES: Record<VideoTrouble, string> = {
  BAD_VIDEO: '这段视频打不开，请用手机的相机重拍一段',
  VIDEO_TOO_LARGE: '这段视频太大了，请拍短一点',
  VIDEO_TOO_LONG: `视频最长 ${LONGEST_VIDEO / 1000} 秒，请重拍一段`,
}

/** What phones' cameras write. The upload's name says which one it claims to be, and the id says so again, because a link has to end in it. */
const PREFIXES: Readonly<Record<string, string>> = { '.mp4': 'dm', '.mov': 'dq' }
const endingOf = (path: string) => /\.\w+$/.exec(path)?.[0].toLowerCase() ?? ''
const endingById = (id: string) => Object.entries(PREFIXES).find(([, prefix]) => id.startsWith(prefix))?.[0] ?? ''

export const VIDEOS: EvidenceKind<{ seconds: number }> = {
  collection: 'videos',
  prefixOf: path => PREFIXES[endingOf(path)] ?? 'do',
  keptPath: id => `evidence/${id}${endingById(id)}`,
  largest: LARGEST_VIDEO,
  clean: cleanVideo,
  troubles: TROUBLES, tooLarge: 'VIDEO_TOO_LARGE',
  notYours: '找不到这段视频，请重传', notFound: '视频没传上来，请重传',
  unusable: { field: 'videos', code: 'VIDEO_NOT_YOURS', message: '这段视频不能用，请重拍一段' },
}

function cleanVideo(uploaded: Buffer, uploadPath: string): { bytes: Buffer; seconds: number } | VideoTrouble {
  const movie = endingOf(uploadPath) in PREFIXES ? cleanMovie(uploaded) : null
  if (movie === null) return 'BAD_VIDEO'
  if (movie.ms > LONGEST_VIDEO + VIDEO_SLACK) return 'VIDEO_TOO_LONG'
  return { bytes: movie.bytes, seconds: Math.min(Math.max(1, Math.round(movie.ms / 1000)), LONGEST_VIDEO / 1000) }
}

/** Takes an uploaded film as the caller's video. Repeating it answers the same. */
export async function acceptVideo(caller: Caller, fileId: string, now: number): Promise<Video> {
  const { _id, seconds } = await acceptEvidence(VIDEOS, caller, fileId, now)
  return { id: _id, seconds }
}

/** What was measured of the caller's videos, in the order asked for. Refuses when one is not theirs, or counts in another case already. */
export async function videosOf(caller: Caller, ids: readonly string[], caseId: string): Promise<Video[]> {
  if (ids.length === 0) return []
  const { data } = await db.collection('videos').where({ _id: _.in([...ids]), personId: caller.personId, caseId: _.in([null, caseId]) }).limit(ids.length).get()
  const known = new Map((data as (EvidenceDocument & { seconds: number })[]).map(v => [v._id, v.seconds]))
  return ids.map(id => {
    const seconds = known.get(id)
    return seconds === undefined ? refuse(VIDEOS.unusable.code, VIDEOS.unusable.message, VIDEOS.unusable.field) : { id, seconds }
  })
}

/** Puts the caller's videos into a case; each counts once. Repeating it for the same case changes nothing. Refuses when one is not theirs to use. */
export async function useVideos(caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  await useEvidence(VIDEOS, caller, ids, caseId)
}

/** Gives videos back that a case could not be filed with. */
export async function releaseVideos(caller: Caller, ids: readonly string[], caseId: string): Promise<void> {
  await releaseEvidence(VIDEOS, caller, ids, caseId)
}
