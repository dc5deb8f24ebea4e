import { LARGEST_VIDEO, LONGEST_VIDEO, VIDEO_SLACK } from '../../domain/case/video'
import { call } from './call'
import { CallFailed } from './callFailed'
import type { Filmed } from './platformType'
import { startTrip, type Trip, type TripKind } from './trip'

export interface VideoTrip extends Trip {
  ending: Filmed['ending']
  /** As the phone says, until the cloud has measured; null where nobody knows yet. */
  seconds: number | null
}

export const VIDEOS: TripKind<VideoTrip> = {
  name: 'videos',
  ending: trip => trip.ending,
  ready: () => Promise.resolve(false),
  async take(trip, fileId) {
    const { videoId, seconds } = await call('addVideo', { fileId })
    trip.seconds = seconds
    return videoId
  },
  lost: { code: 'VIDEO_LOST', message: '这段视频手机里找不到了，请删掉它，再拍一段' },
}

/** Something just filmed. Throws `CallFailed` for what the cloud would not take, before anything of it is sent. */
export async function startVideo({ path, ending, ms, bytes }: Filmed, lasting: boolean): Promise<VideoTrip> {
  if (ms !== null && ms > LONGEST_VIDEO + VIDEO_SLACK) throw new CallFailed({ code: 'VIDEO_TOO_LONG', again: true, message: `视频最长 ${LONGEST_VIDEO / 1000} 秒，这段有 ${Math.round(ms / 1000)} 秒，请重拍一段` })
  if (bytes > LARGEST_VIDEO) throw new CallFailed({ code: 'VIDEO_TOO_LARGE', again: true, message: '这段视频太大了，请拍短一点' })
  return { ...await startTrip(path, ending, lasting), ending, seconds: ms === null ? null : Math.max(1, Math.round(ms / 1000)) }
}
