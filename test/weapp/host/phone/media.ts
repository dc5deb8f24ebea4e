import type { ApiSet, Input } from './api'
import { WxFailure } from './api'
import type { PhoneFiles } from './files'
import { endingOf } from './files'

/** A file in the phone's album or in a chat, for a person to pick. */
export interface AlbumFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly width?: number
  readonly height?: number
  readonly kind?: 'image' | 'video' | 'file'
  readonly seconds?: number
}

/** For pictures whose size the test does not care about. */
const usual = { width: 1200, height: 900 }

/** Picking gives the first of the album, as many as are allowed; an empty album is a person who cancels. */
export function mediaApis(files: PhoneFiles, album: () => readonly AlbumFile[]): ApiSet {
  function pick({ count }: Input, most: number, kinds: readonly string[]): { file: AlbumFile; path: string }[] {
    const chosen = album().filter(({ kind }) => kinds.includes(kind ?? 'image')).slice(0, Math.min(Number(count ?? most), most))
    if (chosen.length === 0) throw new WxFailure('cancel')
    return chosen.map((file) => ({ file, path: files.keep(file, endingOf(file.name)) }))
  }
  const sizeOf = (path: string): { width: number; height: number } => ({ ...usual, ...files.read(path) })
  return {
    later: {
      chooseMedia: (input) => {
        const kinds = Array.isArray(input['mediaType']) ? (input['mediaType'] as string[]).flatMap((kind) => kind === 'mix' ? ['image', 'video'] : [kind]) : ['image', 'video']
        const picked = pick(input, 20, kinds)
        return {
          type: picked.every(({ file }) => (file.kind ?? 'image') === 'image') ? 'image' : picked.length === 1 ? 'video' : 'mix',
          tempFiles: picked.map(({ file, path }) => ({
            tempFilePath: path, size: file.bytes.length, fileType: file.kind ?? 'image',
            ...file.kind === 'video' ? { duration: file.seconds ?? 5, width: file.width ?? 1280, height: file.height ?? 720, thumbTempFilePath: path } : {},
          })),
        }
      },
      chooseImage: (input) => {
        const picked = pick(input, 9, ['image'])
        return { tempFilePaths: picked.map(({ path }) => path), tempFiles: picked.map(({ file, path }) => ({ path, size: file.bytes.length })) }
      },
      chooseMessageFile: (input) => ({
        tempFiles: pick(input, 100, ['image', 'video', 'file']).map(({ file, path }) => ({ path, size: file.bytes.length, name: file.name, type: file.kind ?? 'image', time: 0 })),
      }),
      // The bytes stay as they are: what a phone's encoder makes of them is not ours to guess.
      compressImage: ({ src, compressedWidth, compressedHeight }) => {
        const file = files.read(String(src))
        const { width, height } = sizeOf(String(src))
        const wanted = Number(compressedWidth ?? 0) / width || Number(compressedHeight ?? 0) / height || 1
        return { tempFilePath: files.keep({ bytes: file.bytes, width: Math.round(width * wanted), height: Math.round(height * wanted) }, '.jpg') }
      },
      getImageInfo: ({ src }) => {
        const path = String(src)
        return { ...sizeOf(path), path, orientation: 'up', type: endingOf(path).slice(1).replace('jpg', 'jpeg') }
      },
      previewImage: () => undefined,
      previewMedia: () => undefined,
      saveImageToPhotosAlbum: () => undefined,
      openDocument: () => undefined,
    },
  }
}
