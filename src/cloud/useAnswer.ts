import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import useSWR, { mutate as mutateAll } from 'swr'
import type { Answers, CallName, Input } from '../../domain/contract/calls'
import { call } from './call'
import { asCallFailed, type CallFailed } from './callFailed'

/** Where a reading call stands. Old data stays visible while a newer answer is on its way or failed to come. */
export interface Asked<T> {
  data: T | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** The newest attempt failed; `data` may still hold an older answer. */
  failed: CallFailed | undefined
  /** Asks again. */
  again: () => Promise<void>
  /** Puts a newer answer in place, as a writing call gave it. */
  put: (data: T) => void
}

/**
 * The answer of a reading call, shared by all pages that ask the same, refreshed whenever the page is shown.
 * `input` null: not yet to be asked.
 */
export function useAnswer<C extends CallName>(name: C, input: Input<C> | null): Asked<Answers[C]> {
  const { data, error, isLoading, mutate } = useSWR<Answers[C], CallFailed>(
    input === null ? null : keyOf(name, input),
    () => call(name, input as Input<C>).catch((trouble: unknown) => { throw asCallFailed(trouble) }),
    // Phones have no window to focus: there it is the page's being shown, or a tap. In a browser somebody comes back to the window.
    { revalidateOnFocus: process.env.TARO_ENV === 'h5', focusThrottleInterval: 1000, revalidateOnReconnect: false, shouldRetryOnError: false, dedupingInterval: 500 },
  )
  const again = async () => {
    // A failure is in `failed`; whoever asks again is not to be thrown at as well.
    await mutate().catch((trouble: unknown) => console.warn(`${name} failed again`, trouble))
  }
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current && input !== null) void again()
    shownBefore.current = true
  })
  return { data, loading: isLoading && data === undefined, failed: error, again, put: fresh => void mutate(fresh, { revalidate: false }) }
}

/** Asks anew, on whatever page shows them, for the answers that a writing call has made old. */
export function refresh(...names: CallName[]): void {
  void mutateAll(key => typeof key === 'string' && names.some(name => key.startsWith(`${name} `)))
}

function keyOf(name: CallName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`
}
