import { useRef, useState } from 'react'
import type { ImportPreview, ImportResult } from '../../../../../domain/contract/importReport'
import { call } from '../../../../cloud/call'
import { CallFailed } from '../../../../cloud/callFailed'
import type { ChosenFile } from '../../../../cloud/platformType'
import { refresh } from '../../../../cloud/useAnswer'
import { useSending } from '../../../../cloud/useSending'
import { uploadSheet } from './uploadSheet'

export type Part = 'orders' | 'products'

export interface Import {
  files: Record<Part, ChosenFile | null>
  choose: (part: Part, file: ChosenFile | null) => void
  preview: ImportPreview | null
  result: ImportResult | null
  busy: boolean
  /** What is being done, while busy. */
  doing: string
  /** What went wrong with one file, else with the whole. */
  said: (about: Part | 'whole') => string | null
  look: () => void
  confirm: () => void
  /** Back to the files; they stay chosen. */
  back: () => void
  /** Begins with no file. */
  anew: () => void
}

const NONE = { orders: null, products: null }
/** The uploaded files are not there any more, or not as they were: they are sent again and looked at again. */
const LOOK_AGAIN = new Set(['UPLOAD_NOT_FOUND', 'FILE_CHANGED'])

/** The way of an export: chosen, uploaded, looked at, confirmed. What was uploaded is not uploaded again. */
export function useImport(communityId: string | null): Import {
  const [files, setFiles] = useState<Record<Part, ChosenFile | null>>(NONE)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const [doing, setDoing] = useState('')
  const uploaded = useRef<Partial<Record<Part, string>>>({})
  const { busy, failed, send, forget } = useSending()

  const upload = async (part: Part, what: string): Promise<string | undefined> => {
    const file = files[part]
    if (!file) return undefined
    uploaded.current[part] ??= await uploadSheet(file, percent => setDoing(`正在传${what} ${Math.round(percent)}%`))
    return uploaded.current[part]
  }
  const input = async () => {
    const ordersFile = await upload('orders', '订单表')
    const productsFile = await upload('products', '商品清单')
    if (communityId === null || ordersFile === undefined) throw new Error('an import needs a community and an order file')
    return { communityId, ordersFile, ...(productsFile === undefined ? {} : { productsFile }) }
  }
  const lookOnce = async () => {
    const sent = await input()
    setDoing('正在认表格…')
    setPreview(await call('previewImport', sent))
  }
  const look = async () => {
    setDoing('正在传…')
    try {
      await lookOnce()
    } catch (trouble) {
      // A file the cloud will not read is not kept there; the next attempt sends it anew.
      if (trouble instanceof CallFailed && !trouble.again) uploaded.current = {}
      throw trouble
    }
  }
  const confirm = async () => {
    if (!preview) return
    const sent = await input()
    setDoing('正在导入，单子多的话要等一会儿…')
    try {
      setResult(await call('confirmImport', { ...sent, digest: preview.digest }))
      uploaded.current = {}
      refresh('listGroupBuys', 'leaderInbox', 'whoAmI', 'refundSheet')
    } catch (trouble) {
      if (!(trouble instanceof CallFailed && LOOK_AGAIN.has(trouble.code))) throw trouble
      // An import whose answer was lost has removed its files: looked at again, everything in it shows as there already.
      uploaded.current = {}
      await look()
      throw new CallFailed({ code: 'LOOK_AGAIN', message: '又看了一遍表格，上面是现在的情况。要是都「导入过了」，刚才那次就已经成了。', again: true })
    }
  }
  return {
    files, preview, result, busy, doing,
    choose(part, file) {
      delete uploaded.current[part]
      setFiles(all => ({ ...all, [part]: file }))
      forget()
    },
    said(about) {
      if (!failed) return null
      const part: Part | 'whole' = failed.field === 'ordersFile' ? 'orders' : failed.field === 'productsFile' ? 'products' : 'whole'
      return part === about ? failed.message : null
    },
    look: () => void send(look),
    confirm: () => void send(confirm),
    back() {
      setPreview(null)
      forget()
    },
    anew() {
      uploaded.current = {}
      setFiles(NONE)
      setPreview(null)
      setResult(null)
      forget()
    },
  }
}
