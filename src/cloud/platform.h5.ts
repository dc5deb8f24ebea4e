import Taro from '@tarojs/taro'
import { drawId } from './drawId'
import { chooseFiles } from './h5/chooseFiles'
import { askInSheet } from './h5/consentSheet'
import { drawPicture, savePicture } from './h5/drawPicture'
import { forgetBlob, keepBlob, openBlob } from './h5/keptPhotos'
import { personName } from './h5/person'
import { post } from './h5/post'
import { shrink } from './h5/shrink'
import { upload } from './h5/upload'
import type { Platform } from './platformType'
import '../styles/browser.scss'

/** Frames of one origin share storage: every key carries whose it is. */
const own = (key: string) => `${personName ?? ''}/${key}`

/** The browser twin: does honestly what a browser can do, and says so where it cannot. */
export const platform: Platform = {
  // Signing in happens with the first call.
  start: () => undefined,

  cannotWork: () => (personName === null ? '请从微信里的小程序打开，或者从演示台上点开一部手机。' : null),

  callFunction: (name, event) => post(`/v1/functions/${name}`, event),

  uploadFile: upload,

  async askMessages(templateIds) {
    const answers = await askInSheet(templateIds)
    // The stand-in for WeChat on this machine has to know what was allowed, as WeChat itself would.
    await post('/devcloud/wechat/subscribe', { templateIds, answers })
    return { answers, switchedOff: false }
  },

  openMessageSettings: () => Promise.resolve(),

  // A browser asks by itself, for each choice, and there is no guide to agree to.
  privacyButton: 'agree-privacy',
  watchPrivacy: () => undefined,
  openPrivacyGuide: () => undefined,

  async choosePhotos(count) {
    const files = await chooseFiles('image/*', count > 1)
    return files.slice(0, count).map(f => URL.createObjectURL(f))
  },

  shrinkPhoto: shrink,

  async keepPhoto(path) {
    const name = drawId()
    await keepBlob(path, name)
    return name
  },
  openKeptPhoto: openBlob,
  forgetPhoto: forgetBlob,

  async chooseSpreadsheet() {
    const [file] = await chooseFiles('.xlsx,.xls,.csv', false)
    return file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : null
  },

  call(phoneNumber) {
    window.location.href = `tel:${phoneNumber}`
  },

  async copy(words) {
    await Taro.setClipboardData({ data: words })
  },

  drawPicture,
  savePicture,

  showPhotos(links, current) {
    Taro.previewImage({ urls: links, current }).catch((trouble: unknown) => console.warn('showing photos failed', trouble))
  },

  linkTo(page) {
    // Whoever opens it is somebody else: the part of this address that says who has this phone is left out.
    const { origin, pathname } = window.location
    return `${origin}${pathname.replace(/^\/phone\/[^/]+\/?/, '/')}#${page}`
  },

  read: key => window.localStorage.getItem(own(key)),
  write: (key, value) => window.localStorage.setItem(own(key), value),
  forget: key => window.localStorage.removeItem(own(key)),

  watchOnline(hear) {
    const changed = () => hear(window.navigator.onLine)
    changed()
    window.addEventListener('online', changed)
    window.addEventListener('offline', changed)
    return () => {
      window.removeEventListener('online', changed)
      window.removeEventListener('offline', changed)
    }
  },
}
