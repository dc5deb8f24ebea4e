/// <reference types="@tarojs/taro" />

declare module '*.scss'
declare module '*.png'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which platform this build is for. */
    TARO_ENV: 'weapp' | 'h5'
    /** The CloudBase environment; empty: the one the mini-program was opened with. */
    TARO_APP_CLOUD_ENV: string
  }
}
