import Taro from '@tarojs/taro'
import { drawId } from './drawId'
import { chooseFiles } from './h5/chooseFiles'
import { askInSheet } from './h5/consentSheet'
import { drawPicture, savePicture } from './h5/drawPicture'
import { forgetBlob, keepBlob, openBlob } from './h5/keptFiles'
import { keepOwnHistory } from './h5/ownHistory'
import { sayWhenPagesFail } from './h5/pageFailed'
import { personName } from './h5/person'
import { play } from './h5/play'
import { post } from './h5/post'
import { canRecord, record } from './h5/record'
import { saveFile } from './h5/saveFile'
import { shrink } from './h5/shrink'
import { upload } from './h5/upload'
import { chooseVideo, showVideo } from './h5/video'
import { canBeKnown } from './h5/visitor'
import type { Platform } from './platformType'
import '../styles/browser.scss'

/** Frames of one origin share storage: every key carries whose it is. */
const own = (key: string) => `${personName ?? ''}/${key}`

/** The browser twin: does honestly what a browser can do, and says so where it cannot. */
export const platform: Platform = {
  // Signing in happens with the first call.
  start() {
    keepOwnHistory()
    sayWhenPagesFail()
  },

  cannotWork: () => (personName === null && !canBeKnown() ? '这个浏览器不让网页记住您是谁。请关掉无痕模式，或者换个浏览器、从微信里打开。' : null),

  callFunction: (name, event) => post(`/v1/functions/${name}`, event),

  uploadFile: upload,

  // Who came by a plain browser has no WeChat here that a message could reach.
  canBeTold: () => personName !== null,

  async askMessages(templateIds) {
    if (personName === null) return { answers: {}, switchedOff: false }
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
    return files.map(f => URL.createObjectURL(f))
  },

  shrinkPhoto: shrink,

  chooseVideo,
  showVideo,

  async keepFile(path, ending) {
    const name = `${drawId()}${ending}`
    await keepBlob(path, name)
    return name
  },
  openKeptFile: openBlob,
  forgetFile: forgetBlob,

  canRecord,
  record,
  // Each browser has its own place for it.
  openMicrophoneSettings: null,
  play,

  async chooseSpreadsheet() {
    const [file] = await chooseFiles('.xlsx,.xls,.csv', false)
    return file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : null
  },

  openSheet: saveFile,

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

  webLink(page) {
    // This machine's phones stand at /phone/<name>/; a browser of nobody in particular opens the same build at /h5/, as in a deployment.
    const { origin, pathname } = window.location
    return `${origin}${pathname.replace(/^\/phone\/[^/]+\/?/, '/h5/')}#${page}`
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
