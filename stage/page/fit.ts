/** The size that page.css gives a phone, bezel included. */
const PHONE = { width: 393, height: 814 }
/** What stands above and below a phone when all of it is in view. */
const AROUND = 130
/** Smaller than this nobody reads; then the page scrolls instead. */
const SMALLEST = 0.7

/**
 * Shrinks a phone to the room it has, never enlarges it: one to one where there is room, all of it above the fold where that stays legible.
 * @param fit the element that takes the room, holding the phone
 */
export function keepFitting(fit: HTMLElement, phone: HTMLElement): void {
  const seat = fit.parentElement
  if (!seat) throw new Error('a phone stands in a seat')
  const apply = () => {
    const wide = seat.clientWidth / PHONE.width
    const high = (window.innerHeight - AROUND) / PHONE.height
    const scale = Math.min(1, wide, Math.max(high, SMALLEST))
    phone.style.transform = `scale(${scale})`
    fit.style.width = `${PHONE.width * scale}px`
    fit.style.height = `${PHONE.height * scale}px`
  }
  new ResizeObserver(apply).observe(seat)
  window.addEventListener('resize', apply)
  apply()
}
