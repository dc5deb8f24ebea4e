import { CallFailed } from '../callFailed'
import type { Filmed } from '../platformType'
import { chooseFiles } from './chooseFiles'
import { button, element } from './consentSheet'
import './video.scss'

/** What phones' cameras hand over. What browsers record themselves (WebM) an iPhone does not play. */
const KINDS: Readonly<Record<string, Filmed['ending']>> = { 'video/mp4': '.mp4', 'video/quicktime': '.mov' }

/** The browser's own choice: on a phone it offers the camera as well, which takes as long as the person wants. */
export async function chooseVideo(): Promise<Filmed | null> {
  const [file] = await chooseFiles(Object.keys(KINDS).join(','), false)
  if (!file) return null
  const ending = KINDS[file.type]
  if (!ending) throw new CallFailed({ code: 'BAD_VIDEO', again: true, message: '这个格式打不开，请用手机的相机拍一段' })
  const path = URL.createObjectURL(file)
  return { path, ending, ms: await lengthOf(path), bytes: file.size }
}

/** Null where this browser cannot play it: another can. */
function lengthOf(path: string): Promise<number | null> {
  return new Promise(resolve => {
    const film = document.createElement('video')
    film.preload = 'metadata'
    film.onloadedmetadata = () => resolve(Number.isFinite(film.duration) ? film.duration * 1000 : null)
    film.onerror = () => resolve(null)
    film.src = path
  })
}

/** Above whatever page is open, with the browser's own buttons. */
export function showVideo(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const before = document.activeElement
    const veil = element('div', document.querySelector('.page.care') ? 'film care' : 'film')
    veil.setAttribute('role', 'dialog')
    veil.setAttribute('aria-modal', 'true')
    veil.setAttribute('aria-label', '视频')
    const film = document.createElement('video')
    film.className = 'film__picture'
    film.controls = true
    film.autoplay = true
    film.playsInline = true
    const close = (done: () => void) => {
      film.pause()
      film.removeAttribute('src')
      veil.remove()
      if (before instanceof HTMLElement) before.focus()
      done()
    }
    film.onerror = () => { if (veil.isConnected) close(() => reject(new Error(`the browser does not play it: ${film.error?.message ?? ''}`))) }
    film.src = src
    const over = button('看完了', 'film__close', () => close(resolve))
    veil.append(film, over)
    veil.onkeydown = e => { if (e.key === 'Escape') close(resolve) }
    document.body.append(veil)
    over.focus()
  })
}
