import type { ApiSet } from './api'

/** A common phone: 375 points wide, with a notch. */
const sizes = {
  pixelRatio: 3, screenWidth: 375, screenHeight: 812, windowWidth: 375, windowHeight: 724, statusBarHeight: 44, screenTop: 88,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
}
const base = {
  SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light', enableDebug: false,
  fontSizeSetting: 17, fontSizeScaleFactor: 1, host: { appId: 'wx-host', env: 'WeChat' },
}
const device = {
  brand: 'HUAWEI', model: 'ALN-AL00', system: 'Android 12', platform: 'android', benchmarkLevel: 30, abi: 'arm64-v8a', memorySize: 8192,
}
const switches = { bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }
const allowed = { albumAuthorized: 'authorized', cameraAuthorized: 'authorized', notificationAuthorized: 'authorized', phoneCalendarAuthorized: 'not determined' }

export function deviceApis(launch: () => object): ApiSet {
  const everything = (): object => ({ ...base, ...device, ...switches, ...sizes })
  return {
    instant: {
      getSystemInfoSync: everything,
      getWindowInfo: () => sizes,
      getAppBaseInfo: () => base,
      getDeviceInfo: () => device,
      getSystemSetting: () => switches,
      getAppAuthorizeSetting: () => allowed,
      getMenuButtonBoundingClientRect: () => ({ left: 278, right: 365, top: 48, bottom: 80, width: 87, height: 32 }),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wx-host', envVersion: 'develop', version: '' } }),
      getLaunchOptionsSync: launch,
      getEnterOptionsSync: launch,
      getUpdateManager: () => ({ onCheckForUpdate: () => undefined, onUpdateReady: () => undefined, onUpdateFailed: () => undefined, applyUpdate: () => undefined }),
      reportEvent: () => undefined,
      getLogManager: () => ({ log: () => undefined, info: () => undefined, warn: () => undefined, debug: () => undefined }),
      getRealtimeLogManager: () => ({ info: () => undefined, warn: () => undefined, error: () => undefined, setFilterMsg: () => undefined, addFilterMsg: () => undefined }),
    },
    later: {
      getSystemInfo: everything,
      getSystemInfoAsync: everything,
      login: () => ({ code: 'host-login-code' }),
      checkSession: () => undefined,
      vibrateShort: () => undefined,
      vibrateLong: () => undefined,
      setKeepScreenOn: () => undefined,
    },
  }
}
