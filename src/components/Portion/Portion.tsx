import { useState, type ReactNode } from 'react'
import { Button } from '../Button/Button'

interface PortionProps<T> {
  of: readonly T[]
  /** How many stand there at first, and how many more come with each tap. */
  first: number
  /** The button's words, by how many are left. */
  more: (left: number) => string
  children: (some: readonly T[]) => ReactNode
}

/** A long list's beginning, and the next part of it by a tap: WeChat wants fewer than a thousand elements on a page. Nothing is left out in silence. */
export function Portion<T>({ of, first, more, children }: PortionProps<T>): ReactNode {
  const [shown, setShown] = useState(first)
  const left = of.length - shown
  return (
    <>
      {children(left > 0 ? of.slice(0, shown) : of)}
      {left > 0 && <Button kind='quiet' label={more(left)} onTap={() => setShown(shown + first)} />}
    </>
  )
}
