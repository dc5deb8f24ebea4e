import { button, element } from './consentSheet'

/** What webpack says when the script or the style of a page did not come. */
function isMissingPage(why: unknown): boolean {
  const { name, code } = (why ?? {}) as { name?: string; code?: string }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

let open = false

/**
 * In a browser a page's script is fetched when the page is first opened. Where that fails, without a network, Taro shows nothing and
 * stays on the page before; here it is said, with a way on and a way back. In WeChat every page is on the phone already.
 */
export function sayWhenPagesFail(): void {
  window.addEventListener('unhandledrejection', event => {
    if (!isMissingPage(event.reason)) return
    event.preventDefault()
    console.warn('a page could not be loaded', event.reason)
    if (!open) show()
  })
}

function show(): void {
  open = true
  const veil = element('div', document.querySelector('.page.care') ? 'consent care' : 'consent')
  const sheet = element('div', 'consent__sheet')
  sheet.setAttribute('role', 'alertdialog')
  sheet.setAttribute('aria-modal', 'true')
  sheet.setAttribute('aria-label', '这一页没打开')
  const hint = element('div', 'consent__hint', '网络不太好。什么都没丢，您填的都留着，等信号好一点再点一下。')
  hint.setAttribute('aria-live', 'polite')
  const close = () => {
    open = false
    veil.remove()
  }
  const again = button('再试一次', 'consent__yes', () => {
    again.textContent = '正在打开…'
    again.disabled = true
    // A page that is loaded anew without a network would be gone altogether: asked first whether it would come.
    fetch(window.location.pathname, { cache: 'no-store' }).then(() => window.location.reload(), (why: unknown) => {
      console.warn('still no network', why)
      again.textContent = '再试一次'
      again.disabled = false
      hint.textContent = '还是没有网络。什么都没丢，等信号好一点再点一下。'
    })
  })
  const back = button('回刚才那页', '', () => {
    close()
    window.history.back()
  })
  const buttons = element('div', 'consent__buttons')
  buttons.append(back, again)
  sheet.append(element('div', 'consent__title', '这一页没打开'), hint, buttons)
  veil.append(sheet)
  document.body.append(veil)
  again.focus()
}
