/** Where something wrong with this line is said. `camera`: the camera opens by itself, because that is what was tapped for. */
export function filingPage(orderId: string, lineId: string, camera = false): string {
  return `/pages/file/index?order=${encodeURIComponent(orderId)}&line=${encodeURIComponent(lineId)}${camera ? '&camera=1' : ''}`
}
