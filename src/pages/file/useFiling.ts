import { useRef, useState } from 'react'
import { refusal } from '../../../domain/contract/refusal'
import { askConsent } from '../../cloud/askConsent'
import { CallFailed } from '../../cloud/callFailed'
import type { Photos } from '../../components/PhotoPicker/usePhotos'
import { sendNow } from '../../outbox/sendWaiting'
import type { WaitingFiling } from '../../outbox/waiting'

interface Sending {
  /** Sends, once the photos have arrived. To be called straight from the tap: WeChat's question about messages comes first. */
  send: (filing: WaitingFiling) => void
  state: 'still' | 'sending'
  trouble: CallFailed | null
}

/**
 * Filing once, however often it is tapped and whatever is lost on the way: it stands in the outbox before anything is sent, and the
 * case's id was drawn with the draft, so the same filing sent again finds the case that a lost answer was about. `whenRefused`:
 * nothing was filed under this id.
 */
export function useFiling(photos: Photos, whenRefused: (why: CallFailed) => void): Sending {
  const [state, setState] = useState<Sending['state']>('still')
  const [trouble, setTrouble] = useState<CallFailed | null>(null)
  const going = useRef(false)

  const file = async (filing: WaitingFiling) => {
    const end = await sendNow(filing, async () => {
      // A photo without network is the outbox's to send; one that cannot be used is the person's to replace.
      const useless = (await photos.settled()).filter(p => p.trouble?.again === false)
      return useless.length === 0 ? null : new CallFailed({ ...refusal('PHOTO_FAILED', '有照片用不了，请去掉它，或者换一张', 'photos'), again: false })
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
