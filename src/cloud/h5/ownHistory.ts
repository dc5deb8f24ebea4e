interface Entry { state: unknown; url: string }

/**
 * Frames of one window share its history: going back in one would undo the last step of whichever frame took it. An app that runs in a frame
 * therefore keeps its own, and the window's stays as it is. Called once at the start; does nothing in a window of one's own.
 */
export function keepOwnHistory(): void {
  if (window.parent === window) return
  const { history } = window
  const replace = history.replaceState.bind(history)
  const here = (): Entry => ({ state: history.state, url: window.location.href })
  const entries = [here()]
  let at = 0
  history.pushState = (state, unused, url) => {
    replace(state, unused, url)
    entries.splice(++at, entries.length, here())
  }
  history.replaceState = (state, unused, url) => {
    replace(state, unused, url)
    entries[at] = here()
  }
  history.go = (by = 0) => {
    // As in a window of one's own, it happens a little later, and beyond the ends nothing does.
    setTimeout(() => {
      const entry = entries[at + by]
      if (!entry || by === 0) return
      at += by
      replace(entry.state, '', entry.url)
      window.dispatchEvent(new PopStateEvent('popstate', { state: entry.state }))
    })
  }
  history.back = () => history.go(-1)
  history.forward = () => history.go(1)
  // Whoever shows the frame may turn it to another page.
  window.addEventListener('hashchange', () => { entries[at] = here() })
}
