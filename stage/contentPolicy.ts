import { createHash } from 'node:crypto'

/** The page at /: its own script, its own style, the phones. */
export const stagePolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:", "frame-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ')

/**
 * A phone: the build's own scripts, and the inline ones that are in its html right now, by their hash. Styles may be inline because
 * Taro's components write them; pictures and sounds come from storage, camera and microphone, the canvas.
 * @param cloud where uploads and links to pictures point, which need not be the name that the page was opened by
 */
export function phonePolicy(html: string, cloud: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  return [
    "default-src 'none'", `script-src ${["'self'", ...inline].join(' ')}`, "style-src 'self' 'unsafe-inline'", `connect-src 'self' ${cloud} blob: data:`,
    `img-src 'self' ${cloud} data: blob:`, `media-src 'self' ${cloud} data: blob:`, "font-src 'self' data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
  ].join('; ')
}
