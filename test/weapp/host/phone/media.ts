import type { ApiSet, Input } from './api'
import { WxFailure } from './api'
import type { PhoneFiles } from './files'
import { endingOf, temporary, userFolder } from './files'

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

/** What a file is by its name, where the test does not say. */
const kindOf = ({ kind, name }: AlbumFile): 'image' | 'video' | 'file' => kind ?? (/\.(jpe?g|png|gif|webp|heic|bmp)$/i.test(name) ? 'image' : /\.(mp4|mov|m4v)$/i.test(name) ? 'video' : 'file')

/** What one may pick from a chat by `type` [typ: chooseMessageFile]: `file` is all but pictures and videos, and only there `extension` counts. */
const IN_CHAT: Readonly<Record<string, readonly string[]>> = { all: ['image', 'video', 'file'], image: ['image'], video: ['video'], file: ['file'] }

/** Picking gives the first of the album, as many as are allowed; an empty album is a person who cancels. */
export function mediaApis(files: PhoneFiles, album: () => readonly AlbumFile[]): ApiSet {
  function pick({ count }: Input, most: number, kinds: readonly string[], fits: (file: AlbumFile) => boolean = () => true): { file: AlbumFile; path: string }[] {
    const chosen = album().filter((file) => kinds.includes(kindOf(file)) && fits(file)).slice(0, Math.min(Number(count ?? most), most))
    if (chosen.length === 0) throw new WxFailure('cancel')
    return chosen.map((file) => ({ file, path: files.keep(file, endingOf(file.name)) }))
  }
  const sizeOf = (path: string): { width: number; height: number } => ({ ...usual, ...files.read(path) })
  return {
    later: {
      chooseMedia: (input) => {
        const kinds = Array.isArray(input['mediaType']) ? (input['mediaType'] as string[]).flatMap((kind) => kind === 'mix' ? ['image', 'video'] : [kind]) : ['image', 'video']
        const longest = input['maxDuration']
        if (longest !== undefined && !(Number(longest) >= 3 && Number(longest) <= 60)) throw new WxFailure('parameter error: parameter.maxDuration should be between 3 and 60')
        const picked = pick(input, 20, kinds)
        return {
          type: picked.every(({ file }) => kindOf(file) === 'image') ? 'image' : picked.length === 1 ? 'video' : 'mix',
          tempFiles: picked.map(({ file, path }) => ({
            tempFilePath: path, size: file.bytes.length, fileType: kindOf(file),
            ...kindOf(file) === 'video' ? { duration: file.seconds ?? 5, width: file.width ?? 1280, height: file.height ?? 720, thumbTempFilePath: path } : {},
          })),
        }
      },
      chooseImage: (input) => {
        const picked = pick(input, 9, ['image'])
        return { tempFilePaths: picked.map(({ path }) => path), tempFiles: picked.map(({ file, path }) => ({ path, size: file.bytes.length })) }
      },
      chooseMessageFile: (input) => {
        const type = String(input['type'] ?? 'all')
        const kinds = IN_CHAT[type]
        if (!kinds) throw new WxFailure(`parameter error: parameter.type should be one of ${Object.keys(IN_CHAT).join(', ')}`)
        const endings = type === 'file' && Array.isArray(input['extension']) ? (input['extension'] as string[]).map((ending) => ending.replace(/^\./, '').toLowerCase()) : null
        const fits = ({ name }: AlbumFile): boolean => endings === null || endings.includes(endingOf(name).slice(1).toLowerCase())
        return { tempFiles: pick(input, 100, kinds, fits).map(({ file, path }) => ({ path, size: file.bytes.length, name: file.name, type: kindOf(file), time: 0 })) }
      },
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
      previewMedia: ({ sources }) => {
        for (const { url } of sources as { url: string }[]) if (url.startsWith(temporary) || url.startsWith(userFolder)) files.read(url)
      },
      saveImageToPhotosAlbum: () => undefined,
      openDocument: () => undefined,
    },
  }
}
