/** What the page's top is made of, as `/devcloud/inspect/state` tells it. */
export interface PageState {
  envId: string
  time: { now: number; offset: number }
  timersOn: boolean
  timers: { functionName: string; name: string; config: string; next?: number }[]
  functions: string[]
  switches: { sdkLatencyMs: number; storageFails: boolean; offline: boolean; crashes: Record<string, number | null> }
  faults: ({ id: string; times: number | null; api?: string; openid?: string; templateId?: string; errcode?: number; errmsg?: string; delayMs?: number; never?: true; lost?: true; kill?: string; held?: true })[]
  refusals: { errcode: number; errmsg: string }[]
}

/** One part of the page. `refresh` is called again and again while it is looked at; what somebody types, opened or selected stays. */
export interface View { refresh: (state: PageState) => Promise<void> | void }

type Child = Node | string | number | undefined | null | false
type Props = Record<string, string | number | boolean | ((event: Event) => void) | undefined>

/** What every view works with. Runs in the page: it may use nothing from outside itself. */
export const makeKit = () => {
  /** An element. A property that is a function listens; `true` is an attribute without a value. Text is only ever text. */
  const el = (name: string, props: Props = {}, ...children: Child[]): HTMLElement => {
    const node = document.createElement(name)
    for (const [key, value] of Object.entries(props)) {
      if (typeof value === 'function') node.addEventListener(key, value)
      else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value))
    }
    node.append(...children.filter((child): child is Node | string | number => child !== undefined && child !== null && child !== false).map((child) => (typeof child === 'number' ? String(child) : child)))
    return node
  }

  /** Asks the cloud. @throws Error with code and message as the cloud says them */
  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const response = await fetch(`/devcloud/${path}`, {
      method, ...(method === 'GET' ? {} : { headers: { 'x-devcloud-page': '1', 'content-type': 'application/json' } }), ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await response.json() as T & { code?: string; message?: string }
    if (!response.ok) throw new Error(`${answer.code ?? response.status}: ${answer.message ?? ''}`)
    return answer
  }

  /** Puts children in place of what was there, unless they look the same: what is selected and where one reads stays. Details that were open stay open, by their `data-key`. */
  const put = (place: HTMLElement, ...children: Child[]): void => {
    const fresh = el('div', {}, ...children)
    const looks = fresh.innerHTML
    if (looks === place.dataset['shown']) return
    place.dataset['shown'] = looks
    const opened = new Set([...place.querySelectorAll<HTMLElement>('details[open][data-key]')].map((item) => item.dataset['key']))
    for (const item of fresh.querySelectorAll<HTMLDetailsElement>('details[data-key]')) if (opened.has(item.dataset['key'])) item.open = true
    const focused = place.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset['focus'] : undefined
    place.replaceChildren(...fresh.childNodes)
    if (focused !== undefined) [...place.querySelectorAll<HTMLElement>('[data-focus]')].find((item) => item.dataset['focus'] === focused)?.focus()
  }

  const two = (value: number) => String(value).padStart(2, '0')
  /** A time in the zone of timers, UTC+8, which is where these apps are used. */
  const when = (at: number): string => {
    const there = new Date(at + 8 * 3600_000)
    return `${there.getUTCFullYear()}-${two(there.getUTCMonth() + 1)}-${two(there.getUTCDate())} ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}:${two(there.getUTCSeconds())}`
  }
  const span = (ms: number): string => {
    if (ms < 1000) return `${Math.round(ms)} ms`
    const [days, hours, minutes, seconds] = [Math.floor(ms / 86_400_000), Math.floor(ms / 3_600_000) % 24, Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
    return [[days, 'd'], [hours, 'h'], [minutes, 'min'], [seconds, 's']].filter(([value]) => value !== 0).map(([value, unit]) => `${value} ${unit}`).slice(0, 2).join(' ')
  }
  const bytes = (size: number): string => (size < 1024 ? `${size} B` : size < 1024 * 1024 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`)

  const field = (label: string, input: HTMLElement, wide = false) => el('label', wide ? { class: 'wide' } : {}, label, input)
  const empty = (text: string) => el('p', { class: 'empty' }, text)

  /** A place for what went wrong with the last thing that was asked for. */
  const trouble = () => {
    const place = el('p', { class: 'wrong', role: 'alert', hidden: true })
    return {
      place,
      /** Does something and tells if it fails. @returns whether it worked */
      attempt: async (work: () => Promise<unknown>): Promise<boolean> => {
        try {
          await work()
          place.hidden = true
          return true
        } catch (error) {
          place.textContent = (error as Error).message
          place.hidden = false
          return false
        }
      },
    }
  }
  /** Reads the state and shows it at once; set when the page runs. */
  const live: { update: () => Promise<void> } = { update: () => Promise.resolve() }
  return { el, ask, put, when, span, bytes, field, empty, trouble, live }
}

export type Kit = ReturnType<typeof makeKit>
