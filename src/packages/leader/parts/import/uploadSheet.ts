import { networkTrouble } from '../../../../cloud/callFailed'
import { drawId } from '../../../../cloud/drawId'
import { uploadPrefix } from '../../../../cloud/me'
import { platform } from '../../../../cloud/platform'
import type { ChosenFile } from '../../../../cloud/platformType'

/** The cloud's own limit for one file. Bytes. */
const LARGEST = 10 * 1024 * 1024

/** @returns why a chosen file cannot be an export, known before it travels; null when it may be one */
export function sheetTrouble(file: ChosenFile): string | null {
  if (!/\.(xlsx|csv)$/i.test(file.name)) return '请选 .xlsx 或 .csv 表格；别的格式请先另存为 .xlsx'
  if (file.size === 0) return '这个文件是空的'
  return file.size > LARGEST ? '这个文件太大了（最大 10 MB）' : null
}

/** Uploads a sheet under a name nobody can guess. @returns its file id. Throws `CallFailed`. */
export async function uploadSheet(file: ChosenFile, onProgress: (percent: number) => void): Promise<string> {
  const kind = file.name.slice(file.name.lastIndexOf('.')).toLowerCase()
  const cloudPath = `${await uploadPrefix()}${drawId()}${kind}`
  try {
    return await platform.uploadFile(file.path, cloudPath, onProgress)
  } catch (trouble) {
    console.warn('upload of a sheet failed', trouble)
    throw networkTrouble('表格没传上去，什么都没丢，再点一次就行。')
  }
}
