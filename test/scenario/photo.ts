/** The smallest real JPEG (1 × 1, grey), as an encoder writes it. */
const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

let drawn = 0

/** A picture that no other is equal to: with metadata of a place, as a phone makes them, which must not survive. */
export function photo(orientation = 1): Buffer {
  return Buffer.concat([PIXEL.subarray(0, 2), exif(orientation), comment(`photo ${(drawn += 1)}`), PIXEL.subarray(2)])
}

/** Words that the tests look for in what is kept: they must be gone. */
export const SECRET_PLACE = 'GPS 31.1234N 121.4321E'

function exif(orientation: number): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0\x01\0', 'latin1'),
    Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from(SECRET_PLACE),
  ])
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}

function comment(words: string): Buffer {
  return segment(0xfe, Buffer.from(words))
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
