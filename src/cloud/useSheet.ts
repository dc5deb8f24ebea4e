import type { CallName, Input } from '../../domain/contract/calls'
import { call } from './call'
import { networkTrouble } from './callFailed'
import { platform } from './platform'
import { useSending } from './useSending'

/** Calls that answer with a spreadsheet. */
type SheetCall = Extract<CallName, 'deductionSheet' | 'refundSheetFile'>

/** A spreadsheet behind a button: made when it is wanted, so that it tells of this moment. */
export function useSheet(): { busy: boolean; said: string | null; fetch: <C extends SheetCall>(name: C, input: Input<C>) => void } {
  const { busy, failed, send } = useSending()
  return {
    busy, said: failed?.message ?? null,
    fetch: (name, input) => void send(async () => {
      const { url, fileName } = await call(name, input)
      await platform.openSheet(url, fileName).catch((trouble: unknown) => {
        console.warn('a sheet did not come', trouble)
        throw networkTrouble('表格没下载下来，再点一次试试。')
      })
    }),
  }
}
