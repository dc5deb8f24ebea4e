import Taro from '@tarojs/taro'

/** Opens a page on top of this one; where WeChat allows no more pages, in its place. */
export function go(url: string): void {
  Taro.navigateTo({ url }).catch((trouble: unknown) => {
    console.warn('no room for one more page', trouble)
    void Taro.redirectTo({ url })
  })
}

/** Begins anew with a page: nothing is left below it. */
export function goOnlyTo(url: string): void {
  void Taro.reLaunch({ url })
}
