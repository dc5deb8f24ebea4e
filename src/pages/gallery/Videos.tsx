import type { ReactNode } from 'react'
import { networkTrouble } from '../../cloud/callFailed'
import { Card } from '../../components/Card/Card'
import { Section } from '../../components/Section/Section'
import type { FilmedVideo, Videos as Filmed } from '../../components/VideoPicker/useVideos'
import { VideoPicker } from '../../components/VideoPicker/VideoPicker'
import { VideoTile } from '../../components/VideoTile/VideoTile'
import { Shown } from './Shown'

const nothing = () => undefined
const NONE: Filmed = { videos: [], ids: [], sending: 0, failed: 0, trouble: null, film: nothing, again: nothing, remove: nothing, settled: () => Promise.resolve([]) }
const video = (over: Partial<FilmedVideo>): FilmedVideo => ({ key: 'there', path: '/a.mp4', percent: 100, id: 'm', trouble: null, seconds: 12, ...over })

/** What is filmed: taken, on its way, looked at. */
export function Videos(): ReactNode {
  return (
    <Section title='拍的视频'>
      <Card>
        <Shown as='还没有拍'><VideoPicker of={NONE} /></Shown>
        <Shown as='太长了'><VideoPicker of={{ ...NONE, trouble: '视频最长 15 秒，这段有 40 秒，请重拍一段' }} /></Shown>
      </Card>
      <Card>
        <Shown as='正在传'><VideoPicker of={{ ...NONE, videos: [video({ id: null, percent: 40, seconds: null })] }} /></Shown>
        <Shown as='传好了'><VideoPicker of={{ ...NONE, videos: [video({})] }} /></Shown>
        <Shown as='没传上去'><VideoPicker of={{ ...NONE, videos: [video({ id: null, trouble: networkTrouble('没传上去，点一下再传') })] }} /></Shown>
        <Shown as='上次拍的'><VideoPicker of={{ ...NONE, videos: [video({ path: '' })] }} /></Shown>
      </Card>
      <Card>
        <Shown as='看一看'><VideoTile shows='邻居拍的视频' seconds={12} src='/a.mp4' /></Shown>
        <Shown as='没有链接'><VideoTile shows='邻居拍的视频' seconds={12} src={undefined} onAgain={nothing} /></Shown>
      </Card>
    </Section>
  )
}
