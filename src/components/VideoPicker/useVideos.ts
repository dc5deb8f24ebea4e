import { useState } from 'react'
import { LONGEST_VIDEO } from '../../../domain/case/video'
import { CallFailed } from '../../cloud/callFailed'
import { platform } from '../../cloud/platform'
import { startVideo, VIDEOS, type VideoTrip } from '../../cloud/videoTrip'
import { useTrips, type Travelling, type Trips } from '../../outbox/useTrips'

export interface FilmedVideo extends Travelling {
  /** Null where nobody knows yet. */
  seconds: number | null
}

export interface Videos extends Pick<Trips<VideoTrip, FilmedVideo>, 'ids' | 'sending' | 'failed' | 'again' | 'remove' | 'settled'> {
  videos: FilmedVideo[]
  /** Why the last try came to nothing, in words. */
  trouble: string | null
  /** Opens the camera; what is filmed takes the place of what was there. */
  film: () => void
}

/** A film on its way to the cloud (see useTrips), and the camera. */
export function useVideos(owner?: string): Videos {
  const { all, put, ...trips } = useTrips(VIDEOS, (plain, trip: VideoTrip): FilmedVideo => ({ ...plain, seconds: trip.seconds }), owner)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async () => {
    const filmed = await platform.chooseVideo(LONGEST_VIDEO)
    if (!filmed) return
    const trip = await startVideo(filmed, owner !== undefined)
    for (const before of all) trips.remove(before.key)
    put([trip])
  }
  return {
    ...trips, videos: all, trouble,
    film() {
      setTrouble(null)
      take().catch((why: unknown) => {
        console.warn('no video was taken', why)
        setTrouble(why instanceof CallFailed ? why.message : '相机或相册没打开，请在手机设置里允许，再点一次')
      })
    },
  }
}
