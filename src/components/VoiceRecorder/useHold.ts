import { useRef } from 'react'

/** Shorter is a tap: it starts, and the next tap ends. ms */
const TAP = 300
/** A tap follows its touch at once; one that comes later was made without a finger on the glass, by a screen reader or a key. ms */
const SAME_TOUCH = 500

/** The events of one element, under the names that each platform has for them. */
type Handlers = Record<string, unknown>

/** Hold to go on, let go to end; or tap to begin and tap again to end, for hands that shake, screen readers and keyboards. */
export function useHold({ going, start, stop }: { going: boolean; start: () => void; stop: () => void }): Handlers {
  const press = useRef<{ at: number; began: boolean } | null>(null)
  const letGo = useRef(0)
  const down = () => {
    press.current = { at: Date.now(), began: !going }
    if (!going) start()
  }
  const up = () => {
    const was = press.current
    if (!was) return
    press.current = null
    letGo.current = Date.now()
    if (!was.began || letGo.current - was.at >= TAP) stop()
  }
  const toggle = () => (going ? stop() : start())
  const onClick = () => { if (Date.now() - letGo.current > SAME_TOUCH) toggle() }
  // `catchMove`: the page stays where it is under a holding thumb.
  if (process.env.TARO_ENV !== 'h5') return { onTouchStart: down, onTouchEnd: up, onTouchCancel: up, onClick, catchMove: true }
  return {
    onPointerDown(e: PointerEvent) {
      // The main button alone.
      if (e.button > 0) return
      // So that letting go is heard wherever the pointer is by then.
      ;(e.currentTarget as Element | null)?.setPointerCapture?.(e.pointerId)
      down()
    },
    onPointerUp: up, onPointerCancel: up, onClick,
    onContextMenu: (e: Event) => e.preventDefault(),
    tabIndex: 0,
    onKeyDown(e: KeyboardEvent) {
      if (e.repeat || (e.key !== 'Enter' && e.key !== ' ')) return
      e.preventDefault()
      toggle()
    },
  }
}
