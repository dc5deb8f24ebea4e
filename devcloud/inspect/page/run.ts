import type { Kit, PageState, View } from './kit'

/** Runs the page: the top, the tabs, and asking again. Runs in the page: it may use nothing from outside itself. */
export const run = ({ el, ask, put, when, span, live }: Kit, views: Record<string, View>): void => {
  /** ms */
  const PACE = 1500
  const at = (id: string) => document.getElementById(id) as HTMLElement
  const names = Object.keys(views)
  let shown = names.includes(location.hash.slice(1)) ? location.hash.slice(1) : names[0] as string

  const alarms = ({ switches, faults }: PageState): string[] => [
    ...(switches.sdkLatencyMs > 0 ? [`every SDK request waits ${switches.sdkLatencyMs} ms`] : []),
    ...(switches.storageFails ? ['storage fails'] : []),
    ...(switches.offline ? ['clients are offline'] : []),
    ...Object.entries(switches.crashes).map(([name, times]) => `${name} crashes (${times === null ? 'every call' : times === 1 ? 'next call' : `next ${times} calls`})`),
    ...faults.map(({ errcode, errmsg, delayMs, never, lost, kill, held, api, openid, templateId, times }) => {
      const what = [errcode === undefined ? '' : `${errcode} ${errmsg ?? ''}`, delayMs === undefined ? '' : `waits ${delayMs} ms`, never ? 'no answer' : '', lost ? 'answer lost' : '', kill ? `process killed ${kill}` : '', held ? 'held' : ''].filter(Boolean).join(', ')
      const whom = [api, openid, templateId].filter(Boolean).join(', ')
      return `WeChat: ${what}${whom === '' ? '' : ` for ${whom}`} (${times === null ? 'every call' : times === 1 ? 'next call' : `next ${times} calls`})`
    }),
  ]

  const showTop = (state: PageState): void => {
    at('env').textContent = state.envId
    at('clock').textContent = `${when(state.time.now)} UTC+8${state.time.offset > 0 ? ` · ${span(state.time.offset)} ahead of this machine` : ''}`
    document.title = `${alarms(state).length > 0 ? '⚠ ' : ''}devcloud ${state.envId}`
    const list = alarms(state)
    const alarm = at('alarm')
    alarm.hidden = list.length === 0
    put(alarm, el('div', {}, el('strong', {}, 'Switched to go wrong'), el('ul', {}, ...list.map((text) => el('li', {}, text))),
      el('button', { 'data-focus': 'off', click: () => { void ask('faults', 'DELETE').then(update, lost) } }, 'Switch everything off')))
  }

  const lost = (error: unknown): void => {
    const link = at('link')
    link.className = 'lost'
    link.textContent = error instanceof TypeError ? 'The cloud does not answer; trying again' : (error as Error).message
  }

  const update = async (): Promise<void> => {
    try {
      const state = await ask<PageState>('inspect/state')
      showTop(state)
      await (views[shown] as View).refresh(state)
      at('link').className = ''
      at('link').textContent = 'live'
    } catch (error) {
      lost(error)
    }
  }
  live.update = update

  const show = (name: string): void => {
    shown = name
    history.replaceState(null, '', `#${name}`)
    for (const other of names) {
      at(other).hidden = other !== name
      at(`tab-${other}`).setAttribute('aria-selected', String(other === name))
      at(`tab-${other}`).tabIndex = other === name ? 0 : -1
    }
    void update()
  }
  for (const [position, name] of names.entries()) {
    at(`tab-${name}`).addEventListener('click', () => show(name))
    at(`tab-${name}`).addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (step === undefined) return
      const next = names[(position + step + names.length) % names.length] as string
      show(next)
      at(`tab-${next}`).focus()
    })
  }
  show(shown)
  const again = (): void => {
    setTimeout(() => { void (document.hidden ? Promise.resolve() : update()).then(again) }, PACE)
  }
  again()
}
