import { refusal, type Refusal } from '../contract/refusal'
import type { Party } from './case'

/** Something filmed, as evidence. */
export interface Video {
  id: string
  /** Measured by the cloud, to the whole second; at least 1. */
  seconds: number
}

/** What moves, drips or makes a noise shows in one; whoever looks has many cases. For a filing, and for each addition. */
export const MOST_VIDEOS = 1

/** How long one may take; ms. WeChat's camera takes 3–60 s [wechat: chooseMedia maxDuration]; who has to show a fault needs a quarter of it. */
export const LONGEST_VIDEO = 15_000

/** Phones stop a little after they are told to, and round what they say about it; ms */
export const VIDEO_SLACK = 1500

/**
 * How large one may be; bytes. WeChat's `compressed` makes 2–4 MB of 15 s, a browser hands over what the camera wrote: 15 s of 1080p as HEVC are some 15 MB.
 * The function holds the file, its clean copy and what it uploads at once, in 256 MB and 20 s (cloudbaserc.json); the file itself never goes
 * through a call's payload, which takes 6 MB [wechat: cloud functions].
 */
export const LARGEST_VIDEO = 20 * 1024 * 1024

/**
 * Who may see what a resident filmed: a home may be in it, and somebody speaks. The household, the leader who knows it, and the desk that looks again;
 * never a supplier, who does not learn that there is one.
 */
export function mayWatch(party: Party): boolean {
  return party === 'resident' || party === 'leader' || party === 'operator'
}

/** How much was filmed, to go on with a sentence: 拍了一段视频（12 秒）. */
export function videoWords(videos: readonly Video[]): string {
  return videos.map(video => `拍了一段视频（${video.seconds} 秒）`).join('，')
}

/** For an event or a state: those without a video stay as they were before there were any. */
export function filmed(videos: readonly Video[] | undefined): { videos?: Video[] } {
  return videos && videos.length > 0 ? { videos: [...videos] } : {}
}

/** @param field what a refusal is told about */
export function filmedTrouble(videos: readonly Video[], field: string): Refusal | null {
  return videos.length > MOST_VIDEOS ? refusal('TOO_MANY_VIDEOS', '一次最多放一段视频', field) : null
}
