/** A browser has no care mode; `?care` before the `#` shows how it would look. */
export function careMode(): boolean {
  return new URLSearchParams(window.location.search).has('care')
}
