import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** From so many px on, list and details stand side by side; the style sheets say the same. */
const WIDE = 900

/** Whether the window is as wide as a desk's, now and when it is pulled wider. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => Taro.getWindowInfo().windowWidth >= WIDE)
  useEffect(() => {
    const resized = () => setWide(Taro.getWindowInfo().windowWidth >= WIDE)
    Taro.onWindowResize(resized)
    return () => Taro.offWindowResize(resized)
  }, [])
  return wide
}
