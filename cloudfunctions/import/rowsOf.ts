import { readSheet } from 'read-excel-file/node'
import type { Row } from '../../domain/orders/cell'
import { csvRows } from '../../domain/orders/csvRows'
import { Refused, refuse } from '../../domain/contract/refusal'
import { isReadableWorkbook, MOST_ROWS } from './workbookSize'

/** The cells of a file's first sheet: .xlsx, or CSV in UTF-8 or GBK as 接龙 tools write it. Refuses what is neither, in the leader's words. */
export async function rowsOf(bytes: Buffer, field: string): Promise<Row[]> {
  if (bytes.length === 0) refuse('EMPTY_FILE', '这个文件是空的', field)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return xlsxRows(bytes, field)
  // An OLE file: an old .xls, or a workbook with a password. Which of the two cannot be told without opening it.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuse('OLD_OR_LOCKED', '这个表格有密码，或者是很老的 .xls 格式。请去掉密码，另存为 .xlsx 再选', field)
  const text = textOf(bytes)
  if (text === null) refuse('NOT_A_SPREADSHEET', '这不是表格文件，请选团购工具导出的 .xlsx 或 .csv', field)
  const rows = csvRows(text)
  if (rows === null) refuse('BROKEN_CSV', '表格里有一处引号没有配对，后面的行分不开了。请重新导出，或者另存为 .xlsx 再选', field)
  return rows.length > MOST_ROWS ? tooManyRows(field) : rows
}

function tooManyRows(field: string): never {
  return refuse('TOO_MANY_ROWS', `这个表格太大了（最多 ${MOST_ROWS} 行），请按团分开导出`, field)
}

async function xlsxRows(bytes: Buffer, field: string): Promise<Row[]> {
  try {
    if (!isReadableWorkbook(bytes)) return tooManyRows(field)
    return (await readSheet(bytes)) as Row[]
  } catch (error) {
    if (error instanceof Refused) throw error
    console.error('a workbook that cannot be read', error)
    return refuse('NOT_A_SPREADSHEET', '这个表格打不开，可能没下载完整，请重新导出再选', field)
  }
}

/** @returns null when the bytes are no text */
function textOf(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // Pictures and the like decode as GB18030 now and then; no text has control characters.
      return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error // a TypeError says: not in this encoding
    }
  }
  return null
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}
