import type { ReactNode } from 'react'
import { networkTrouble } from '../../cloud/callFailed'
import { Card } from '../../components/Card/Card'
import { Section } from '../../components/Section/Section'
import { VoiceBubble } from '../../components/VoiceBubble/VoiceBubble'
import type { SpokenVoice, Voices as Spoken } from '../../components/VoiceRecorder/useVoices'
import { VoiceRecorder } from '../../components/VoiceRecorder/VoiceRecorder'
import { sampleVoice } from './sampleVoice'
import { Shown } from './Shown'

const nothing = () => undefined
const SOUND = sampleVoice()
const NONE: Spoken = {
  voices: [], ids: [], sending: 0, failed: 0, can: true, recording: null, outcome: null,
  start: nothing, stop: nothing, again: nothing, remove: nothing, openSettings: nothing, settled: () => Promise.resolve([]),
}
const voice = (over: Partial<SpokenVoice>): SpokenVoice => ({ key: 'there', path: SOUND, percent: 100, id: 'v', trouble: null, seconds: 2, ...over })

/** What is said instead of typed: made, on its way, heard. */
export function Voices(): ReactNode {
  return (
    <Section title='说的话'>
      <Card>
        <Shown as='还没有说'><VoiceRecorder of={NONE} /></Shown>
        <Shown as='正在打开'><VoiceRecorder of={{ ...NONE, recording: 'starting' }} /></Shown>
        <Shown as='正在说'><VoiceRecorder of={{ ...NONE, recording: 12 }} /></Shown>
        <Shown as='快到一分钟'><VoiceRecorder of={{ ...NONE, recording: 52 }} /></Shown>
        <Shown as='说得太短'><VoiceRecorder of={{ ...NONE, outcome: { words: '说得太短了，请按住多说一会儿', trouble: false, settings: false } }} /></Shown>
        <Shown as='没让用麦克风'><VoiceRecorder of={{ ...NONE, outcome: { words: '您没有让团后用麦克风。点下面打开，或者直接打字也行。', trouble: true, settings: true } }} /></Shown>
      </Card>
      <Card>
        <Shown as='传好了、正在传'><VoiceRecorder of={{ ...NONE, voices: [voice({}), voice({ key: 'sending', id: null, percent: 40, seconds: 18 })] }} /></Shown>
        <Shown as='没传上去、用不了、上次说的'><VoiceRecorder of={{ ...NONE, voices: [voice({ key: 'failed', id: null, trouble: networkTrouble('没传上去，点一下再传'), seconds: 60 }), voice({ key: 'kept', path: '', seconds: 9 })] }} /></Shown>
      </Card>
      <Card>
        <Shown as='听一听'><VoiceBubble says='邻居说的话' seconds={2} src={SOUND} /></Shown>
        <Shown as='长一点的'><VoiceBubble says='邻居说的话' seconds={18} src={SOUND} /></Shown>
        <Shown as='很长的'><VoiceBubble says='邻居说的话' seconds={60} src={SOUND} /></Shown>
        <Shown as='没有链接'><VoiceBubble says='邻居说的话' seconds={12} src={undefined} onAgain={nothing} /></Shown>
      </Card>
    </Section>
  )
}
