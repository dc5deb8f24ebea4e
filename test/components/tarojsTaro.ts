import { useEffect, useRef } from 'react'

const done = (): Promise<void> => Promise.resolve()

/** A thin stand-in for @tarojs/taro: nobody goes anywhere; tests look at what was asked. */
const Taro = { reLaunch: done, navigateTo: done, redirectTo: done }
export default Taro

export function useDidShow(shown: () => void): void {
  // Shown once: another drawing of a page is no coming back to it.
  const first = useRef(shown)
  useEffect(() => { first.current() }, [])
}

/** Nobody came by a link. */
export function useRouter(): { params: Record<string, string> } {
  return { params: {} }
}

/** Nobody shares a page. */
export function useShareAppMessage(): void {
  // WeChat's menu, which no test opens.
}
