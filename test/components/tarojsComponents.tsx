import { createElement, type CSSProperties, type ReactNode } from 'react'

/** What a building block hands to a platform's element; what a browser does not know stays out of it. */
interface Handed {
  className?: string
  style?: CSSProperties
  children?: ReactNode
  onClick?: () => void
  onPointerDown?: (event: unknown) => void
  onPointerUp?: (event: unknown) => void
  role?: string
  'aria-label'?: string
  'aria-disabled'?: boolean
  'aria-checked'?: boolean
  'aria-selected'?: boolean
  tabIndex?: number
  onKeyDown?: (event: { key: string; preventDefault: () => void }) => void
}

interface Written extends Handed {
  value?: string
  placeholder?: string
  maxlength?: number
  onInput?: (event: { detail: { value: string } }) => void
  nativeProps?: object
}

function handed(props: Handed): Handed {
  const known = ['className', 'style', 'children', 'onClick', 'onPointerDown', 'onPointerUp', 'role', 'aria-label', 'aria-disabled', 'aria-checked', 'aria-selected', 'tabIndex', 'onKeyDown'] as const
  return Object.fromEntries(known.flatMap(name => (props[name] === undefined ? [] : [[name, props[name]]])))
}

const box = (tag: string) => (props: Handed) => createElement(tag, handed(props))
const input = (tag: string) => ({ value, placeholder, maxlength, onInput, nativeProps, ...props }: Written) => createElement(tag, {
  ...handed(props), ...nativeProps, value, placeholder, maxLength: maxlength, onChange: (event: { target: { value: string } }) => onInput?.({ detail: { value: event.target.value } }),
})

/** Thin stand-ins for @tarojs/components: an element each, its events in the shape that both platforms give them. */
export const View = box('div')
export const Text = box('span')
export const ScrollView = box('div')
export const Button = box('button')
export const Input = input('input')
export const Textarea = input('textarea')
export const Image = ({ src, onError, nativeProps, ...props }: Handed & { src?: string; onError?: () => void; nativeProps?: object }): ReactNode => createElement('img', { ...handed(props), ...nativeProps, src, onError })
