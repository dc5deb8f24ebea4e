import { invalidParam } from '../errors'

/** Fields that the SDK sends as bytes; every other field of its forms is text. */
const BYTES = new Set(['requestData', 'apiOptions'])

/**
 * The fields of a multipart/form-data body as the SDK's `form-data` writes it.
 * @returns text, or bytes for `requestData` and `apiOptions`
 */
export const parseForm = (contentType: string, body: Buffer): Record<string, string | Buffer> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw invalidParam('multipart without a boundary')
  const mark = Buffer.from(`--${boundary}`)
  const end = Buffer.from(`\r\n--${boundary}`)
  const fields: Record<string, string | Buffer> = Object.create(null) as Record<string, string | Buffer>
  let start = body.indexOf(mark)
  while (start >= 0) {
    const from = start + mark.length
    if (body.subarray(from, from + 2).toString() === '--') return fields
    const headEnd = body.indexOf('\r\n\r\n', from)
    // Behind its head: looking from its beginning, every part could make the search walk the whole body again.
    const next = headEnd < 0 ? -1 : body.indexOf(end, headEnd + 2)
    if (next < 0) break
    const name = /name="([^"]*)"/.exec(body.subarray(from, headEnd).toString('utf8'))?.[1]
    if (name === undefined) throw invalidParam('a part of the form has no name')
    if (name in fields) throw invalidParam(`the form has ${name} twice`)
    const value = body.subarray(headEnd + 4, next)
    fields[name] = BYTES.has(name) ? value : value.toString('utf8')
    start = next + 2
  }
  throw invalidParam('the form is cut off')
}
