import { useEffect, useState, type ReactNode } from 'react'
import { platform } from '../../cloud/platform'
import { Button } from '../Button/Button'

/** How long it says that it copied. ms */
const SAID_FOR = 2000

interface CopyButtonProps {
  /** What is copied. */
  words: string
  label?: string
  /** What a screen reader says. */
  spokenLabel?: string
  kind?: 'primary' | 'plain' | 'quiet'
  narrow?: boolean
}

/** Puts words where they can be pasted into another app, and says that it did. */
export function CopyButton({ words, label = '复制', spokenLabel, kind = 'plain', narrow = true }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState<'copied' | 'failed' | null>(null)
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => setSaid(null), SAID_FOR)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () => {
    platform.copy(words).then(() => setSaid('copied'), (trouble: unknown) => {
      console.warn('copying failed', trouble)
      setSaid('failed')
    })
  }
  const shown = said === 'copied' ? '✓ 已复制' : said === 'failed' ? '没复制上' : label
  return <Button narrow={narrow} kind={kind} label={shown} spokenLabel={said === null ? spokenLabel ?? label : shown} onTap={copy} />
}
