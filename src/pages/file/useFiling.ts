import { useRef, useState } from 'react'
import { refusal } from '../../../domain/contract/refusal'
import { askConsent } from '../../cloud/askConsent'
import { CallFailed } from '../../cloud/callFailed'
import type { Photos } from '../../components/PhotoPicker/usePhotos'
import type { Videos } from '../../components/VideoPicker/useVideos'
import type { Voices } from '../../components/VoiceRecorder/useVoices'
import { sendNow } from '../../outbox/sendWaiting'
import type { WaitingFiling } from '../../outbox/waiting'

interface Sending {
  /** Sends, once photos, voices and videos have arrived. To be called straight from the tap: WeChat's question about messages comes first. */
  send: (filing: WaitingFiling) => void
  state: 'still' | 'sending'
  trouble: CallFailed | null
}

/**
 * Filing once, however often it is tapped and whatever is lost on the way: it stands in the outbox before anything is sent, and the
 * case's id was drawn with the draft, so the same filing sent again finds the case that a lost answer was about. `whenRefused`:
 * nothing was filed under this id.
 */
export function useFiling(photos: Pick<Photos, 'settled'>, voices: Pick<Voices, 'settled'>, videos: Pick<Videos, 'settled'>, whenRefused: (why: CallFailed) => void): Sending {
  const [state, setState] = useState<Sending['state']>('still')
  const [trouble, setTrouble] = useState<CallFailed | null>(null)
  const going = useRef(false)

  const file = async (filing: WaitingFiling) => {
    const end = await sendNow(filing, async () => {
      // What has no network is the outbox's to send; what cannot be used is the person's to replace.
      const [sentPhotos, sentVoices, sentVideos] = await Promise.all([photos.settled(), voices.settled(), videos.settled()])
      if (sentPhotos.some(isUseless)) return new CallFailed({ ...refusal('PHOTO_FAILED', '有照片用不了，请去掉它，或者换一张', 'photos'), again: false })
      if (sentVideos.some(isUseless)) return new CallFailed({ ...refusal('VIDEO_FAILED', '这段视频用不了，请删掉它，或者重拍一段', 'videos'), again: false })
      return sentVoices.some(isUseless) ? new CallFailed({ ...refusal('VOICE_FAILED', '有一段话用不了，请去掉它，或者再说一遍', 'voices'), again: false }) : null
    })
    if (end.state !== 'refused') return
    setTrouble(end.why)
    whenRefused(end.why)
  }

  return {
    state, trouble,
    send(filing) {
      if (going.current) return
      going.current = true
      // Before anything else, and not waited for: sending does not depend on the answer.
      void askConsent('resident')
      setTrouble(null)
      setState('sending')
      void file(filing).finally(() => {
        going.current = false
        setState('still')
      })
    },
  }
}

function isUseless({ trouble }: { trouble: CallFailed | null }): boolean {
  return trouble?.again === false
}
