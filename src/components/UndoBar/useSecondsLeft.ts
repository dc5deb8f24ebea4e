import { useEffect, useState } from 'react'

const SECOND = 1000

/**
 * Whole seconds left, counted down quietly to 0. Counted from when the answer came, not by comparing clocks: a phone's may be minutes off.
 * `at` names the moment in the cloud's time, so that a newer answer about the same moment corrects the count.
 */
export function useSecondsLeft({ at, left }: { at: number; left: number }): number {
  const [count, setCount] = useState({ at, left, passed: 0 })
  if (count.at !== at || count.left !== left) setCount({ at, left, passed: 0 })
  useEffect(() => {
    const begun = Date.now()
    const timer = setInterval(() => setCount({ at, left, passed: Date.now() - begun }), SECOND / 4)
    return () => clearInterval(timer)
  }, [at, left])
  return Math.max(0, Math.ceil((left - count.passed) / SECOND))
}
