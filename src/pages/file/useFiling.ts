import { useRef, useState } from 'react'
import type { Input } from '../../../domain/contract/calls'
import { refusal } from '../../../domain/contract/refusal'
import type { CaseView } from '../../../domain/people/caseView'
import { askConsent } from '../../cloud/askConsent'
import { call } from '../../cloud/call'
import { asCallFailed, CallFailed } from '../../cloud/callFailed'
import { refresh } from '../../cloud/useAnswer'
import type { Photos } from '../../components/PhotoPicker/usePhotos'

type Filing = Input<'fileCase'>

interface Sending {
  /** Sends, once the photos have arrived. To be called straight from the tap: WeChat's question about messages comes first. */
  send: (filing: Omit<Filing, 'photos'>) => void
  state: 'still' | 'photos' | 'sending'
  trouble: CallFailed | null
  sent: CaseView | null
}

/**
 * Filing once, however often it is tapped and whatever is lost on the way: the case's id was drawn with the draft, so the same
 * filing sent again finds the case that the lost answer was about. `whenTaken`: something else is open on this line already.
 */
export function useFiling(photos: Photos, whenTaken: () => void): Sending {
  const [state, setState] = useState<Sending['state']>('still')
  const [trouble, setTrouble] = useState<CallFailed | null>(null)
  const [sent, setSent] = useState<CaseView | null>(null)
  const going = useRef(false)

  const file = async (filing: Omit<Filing, 'photos'>) => {
    const { ids, failed } = await photos.settled()
    if (failed > 0) throw new CallFailed({ ...refusal('PHOTO_FAILED', '有照片没传上去，点它再传一次，或者去掉', 'photos'), again: true })
    setState('sending')
    const { view } = await call('fileCase', { ...filing, photos: ids })
    setSent(view)
    refresh('whoAmI', 'residentHome', 'showLine')
  }

  return {
    state, trouble, sent,
    send(filing) {
      if (going.current) return
      going.current = true
      // Before anything else, and not waited for: sending does not depend on the answer.
      void askConsent('resident')
      setTrouble(null)
      setState('photos')
      file(filing).catch((why: unknown) => {
        const failure = asCallFailed(why)
        setTrouble(failure)
        setState('still')
        if (failure.code === 'LINE_HAS_OPEN_CASE') whenTaken()
      }).finally(() => { going.current = false })
    },
  }
}
