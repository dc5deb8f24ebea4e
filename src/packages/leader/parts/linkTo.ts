/**
 * A page's address to be sent to somebody else, for a browser: whoever opens it is somebody else, so the part of this address that says who
 * has this phone is left out. Null in WeChat, where cards are shared instead of addresses.
 */
export function linkTo(page: string): string | null {
  if (process.env.TARO_ENV !== 'h5') return null
  const { origin, pathname } = window.location
  return `${origin}${pathname.replace(/^\/phone\/[^/]+\/?/, '/')}#${page}`
}
