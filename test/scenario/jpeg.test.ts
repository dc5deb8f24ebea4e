import { cleanJpeg, type CleanJpeg } from '../../cloudfunctions/lib/jpeg'
import { photo, SECRET_PLACE } from './photo'

const clean = (bytes: Buffer) => cleanJpeg(bytes) as CleanJpeg

/** The picture with one more segment right after its beginning. */
function withSegment(marker: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  const picture = photo()
  return Buffer.concat([picture.subarray(0, 2), head, bytes, picture.subarray(2)])
}

test.each([
  ['JFIF extension', 0xe0, `JFXX\0${SECRET_PLACE}`],
  ['a JFIF with a thumbnail and more behind it', 0xe0, Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x08\x08', 'latin1'), Buffer.from(SECRET_PLACE)])],
  ['Adobe with words behind it', 0xee, `Adobe\0\x64\0\0\0\0\x01${SECRET_PLACE}`],
  ['a quantisation table that is none', 0xdb, SECRET_PLACE],
  ['a Huffman table that is none', 0xc4, SECRET_PLACE],
  ['XMP', 0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET_PLACE}`],
  ['a comment', 0xfe, SECRET_PLACE],
  ['an ICC profile', 0xe2, `ICC_PROFILE\0${SECRET_PLACE}`],
])('%s does not survive', (_what, marker, body) => {
  const dirty = withSegment(marker, body)
  expect(dirty.includes(SECRET_PLACE)).toBe(true)
  expect(clean(dirty).bytes.includes(SECRET_PLACE)).toBe(false)
})

test('what hides behind the end is gone, and cleaning twice changes nothing', () => {
  const once = clean(Buffer.concat([photo(3), Buffer.from(SECRET_PLACE)])).bytes
  expect(once.includes(SECRET_PLACE)).toBe(false)
  expect(clean(once).bytes).toEqual(once)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stays, and the size is known', orientation => {
  const { bytes, width, height } = clean(photo(orientation))
  expect([width, height]).toEqual([1, 1])
  expect(bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]))).toBe(orientation !== 1)
})

test('cut anywhere, it is refused or still whole: never a crash', () => {
  const whole = photo(6)
  for (let length = 0; length < whole.length; length++) expect(typeof cleanJpeg(whole.subarray(0, length))).toBe('string')
})

test('without a quantisation table, or with more colours than there are, it is no picture', () => {
  const whole = photo()
  const at = whole.indexOf(Buffer.from([0xff, 0xdb]))
  const end = at + 2 + whole.readUInt16BE(at + 2)
  expect(cleanJpeg(Buffer.concat([whole.subarray(0, at), whole.subarray(end)]))).toBe('NOT_A_PICTURE')
  const frame = whole.indexOf(Buffer.from([0xff, 0xc0]))
  const colours = Buffer.from(whole)
  colours[frame + 9] = 9
  expect(cleanJpeg(colours)).toBe('NOT_A_PICTURE')
})
