import Taro from '@tarojs/taro'
import { drawId } from './drawId'
import { drawPicture, savePicture } from './weapp/drawPicture'
import { isCancelled } from './weapp/isCancelled'
import { forgetFile, keepFile, openFile } from './weapp/keptFiles'
import { play } from './weapp/play'
import { AGREE_BUTTON, openPrivacyGuide, privacyTrouble, watchPrivacy } from './weapp/privacy'
import { canRecord, openMicrophoneSettings, record } from './weapp/record'
import { shrink } from './weapp/shrink'
import { chooseVideo, showVideo } from './weapp/video'
import { WEB_ADDRESS } from './webAddress'
import type { AskedMessages, ConsentAnswers, Platform } from './platformType'

/** Main switch of messages is off [wechat: requestSubscribeMessage fail codes]. */
const SWITCHED_OFF = 20004

/** WeChat itself. */
export const platform: Platform = {
  start() {
    const env = process.env.TARO_APP_CLOUD_ENV
    Taro.cloud.init(env ? { env } : {})
  },

  cannotWork: () => null,
  canBeTold: () => true,

  async callFunction(name, event) {
    const answer = await Taro.cloud.callFunction({ name, data: event })
    return answer.result
  },

  uploadFile(localPath, cloudPath, onProgress) {
    return new Promise((resolve, reject) => {
      const task = Taro.cloud.uploadFile({
        cloudPath, filePath: localPath,
        success: done => resolve(done.fileID),
        fail: reject,
      })
      task?.onProgressUpdate?.(p => onProgress(p.progress))
    })
  },

  async askMessages(templateIds) {
    // By its promise: Taro's rejects as well when `fail` was given, and nobody would hear it.
    try {
      // Taro's type wants what only Alipay knows.
      const said: unknown = await Taro.requestSubscribeMessage({ tmplIds: templateIds } as Omit<Taro.requestSubscribeMessage.Option, 'entityIds'> as Taro.requestSubscribeMessage.Option)
      return { answers: answersIn(templateIds, said as Record<string, unknown>), switchedOff: false }
    } catch (trouble) {
      console.warn('asking for messages failed', trouble)
      return { answers: {}, switchedOff: (trouble as { errCode?: number }).errCode === SWITCHED_OFF }
    }
  },

  async openMessageSettings() {
    await Taro.openSetting({ withSubscriptions: true })
  },

  privacyButton: AGREE_BUTTON,
  watchPrivacy,
  openPrivacyGuide,

  async choosePhotos(count) {
    try {
      const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: ['camera', 'album'], sizeType: ['compressed'] })
      return chosen.tempFiles.map(f => f.tempFilePath)
    } catch (trouble) {
      if (isCancelled(trouble)) return []
      throw privacyTrouble(trouble, '打不开相机和相册')
    }
  },

  shrinkPhoto: shrink,

  chooseVideo,
  showVideo,

  async keepFile(path, ending) {
    const name = `${drawId()}${ending}`
    await keepFile(path, name)
    return name
  },
  openKeptFile: openFile,
  forgetFile,

  canRecord,
  record,
  openMicrophoneSettings,
  play,

  async chooseSpreadsheet() {
    try {
      const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'xls', 'csv'] })
      const file = chosen.tempFiles[0]
      return file ? { path: file.path, name: file.name, size: file.size } : null
    } catch (trouble) {
      if (isCancelled(trouble)) return null
      throw privacyTrouble(trouble, '打不开文件')
    }
  },

  async openSheet(url, fileName) {
    // Under its own name: that is what stands on the card when it is sent on.
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`
    const { statusCode } = await Taro.downloadFile({ url, filePath })
    if (statusCode !== 200) throw new Error(`a sheet answered ${statusCode}`)
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
  },

  call(phoneNumber) {
    Taro.makePhoneCall({ phoneNumber }).catch((trouble: unknown) => {
      if (!isCancelled(trouble)) console.warn('calling failed', trouble)
    })
  },

  async copy(words) {
    await Taro.setClipboardData({ data: words })
  },

  drawPicture,
  savePicture,

  showPhotos(links, current) {
    Taro.previewImage({ urls: links, current }).catch((trouble: unknown) => console.warn('showing photos failed', trouble))
  },

  linkTo: () => null,
  webLink: page => (WEB_ADDRESS === '' ? null : `${WEB_ADDRESS}#${page}`),

  // WeChat keeps storage apart by person already.
  read(key) {
    const kept: unknown = Taro.getStorageSync(key)
    return typeof kept === 'string' && kept !== '' ? kept : null
  },
  write: (key, value) => Taro.setStorageSync(key, value),
  forget: key => Taro.removeStorageSync(key),

  watchOnline(hear) {
    const changed = (now: { isConnected: boolean }) => hear(now.isConnected)
    Taro.getNetworkType().then(now => hear(now.networkType !== 'none'), (trouble: unknown) => console.warn('network type unknown', trouble))
    Taro.onNetworkStatusChange(changed)
    return () => Taro.offNetworkStatusChange(changed)
  },
}

function answersIn(templateIds: string[], said: Record<string, unknown>): AskedMessages['answers'] {
  const answers: Record<string, unknown> = {}
  for (const id of templateIds) if (typeof said[id] === 'string') answers[id] = said[id]
  return answers as ConsentAnswers
}
