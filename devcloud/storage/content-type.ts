import { basename, extname } from 'node:path'

/** What may be shown inside a page; everything else is only ever saved. SVG is not here: it can run scripts. */
const shown = new Map([
  ['.jpg', 'image/jpeg'], ['.jpeg', 'image/jpeg'], ['.png', 'image/png'], ['.gif', 'image/gif'], ['.webp', 'image/webp'],
  ['.avif', 'image/avif'], ['.heic', 'image/heic'], ['.bmp', 'image/bmp'],
  ['.mp3', 'audio/mpeg'], ['.m4a', 'audio/mp4'], ['.aac', 'audio/aac'], ['.wav', 'audio/wav'], ['.ogg', 'audio/ogg'],
])

const saved = new Map([
  ['.mp4', 'video/mp4'], ['.mov', 'video/quicktime'], ['.pdf', 'application/pdf'], ['.json', 'application/json'],
  ['.txt', 'text/plain; charset=utf-8'], ['.csv', 'text/csv; charset=utf-8'], ['.zip', 'application/zip'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.xls', 'application/vnd.ms-excel'],
])

/** The headers that a stored file is sent with. */
export const fileHeaders = (path: string): Record<string, string> => {
  const extension = extname(path).toLowerCase()
  const inline = shown.get(extension)
  const headers = {
    'content-type': inline ?? saved.get(extension) ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=60',
  }
  if (inline !== undefined) return headers
  return { ...headers, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}` }
}
