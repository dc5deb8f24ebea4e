import type { Kit, PageState, View } from './kit'

/** The clock and the timers. Runs in the page: it may use nothing from outside itself. */
export const timeView = ({ el, ask, put, when, span, field, empty, trouble, live }: Kit): View => {
  const units: [string, number][] = [['minutes', 60_000], ['hours', 3_600_000], ['days', 86_400_000]]
  const amount = el('input', { type: 'number', min: 1, value: 1, id: 'amount' }) as HTMLInputElement
  const unit = el('select', { id: 'unit' }, ...units.map(([name, ms]) => el('option', { value: ms }, name))) as HTMLSelectElement
  unit.value = '3600000'
  const [clock, timers, said] = [el('div'), el('div'), el('p', { role: 'status', class: 'gap small' })]
  const { place: wrong, attempt } = trouble()

  const move = (ms: number): void => {
    void attempt(async () => {
      said.textContent = 'Moving; timers that became due are running…'
      const { fired } = await ask<{ fired: { functionName: string; triggerName: string; dates: number }[] }>('time', 'POST', { move: ms })
      said.textContent = `Moved on by ${span(ms)}. ${fired.length === 0 ? 'No timer became due.' : `Fired: ${fired.map(({ functionName, triggerName, dates }) => `${functionName}/${triggerName}${dates > 1 ? ` (once for ${dates} dates)` : ''}`).join(', ')}.`}`
    }).then((worked) => {
      if (!worked) said.textContent = ''
      return live.update()
    })
  }
  const fire = (functionName: string, trigger: string): void => {
    void attempt(async () => {
      said.textContent = `${functionName}/${trigger} is running…`
      const { returned } = await ask<{ returned: unknown }>('inspect/fire-timer', 'POST', { function: functionName, trigger })
      said.textContent = `${functionName}/${trigger} returned ${JSON.stringify(returned).slice(0, 300)}`
    }).then((worked) => {
      if (!worked) said.textContent = ''
      return live.update()
    })
  }

  const show = ({ time, timersOn, timers: list }: PageState): void => {
    put(clock, el('p', {}, el('strong', {}, `${when(time.now)} UTC+8`)),
      el('p', { class: 'soft small', id: 'offset' }, time.offset === 0 ? 'As this machine’s own clock.' : `${span(time.offset)} ahead of this machine (${time.offset} ms), kept with the data. It cannot go back.`))
    put(timers, timersOn ? null : el('p', { class: 'wrong' }, 'Started with --no-timers: none fires by itself.'), list.length === 0 ? empty('No function has a timer.') : el('table', { class: 'tall' },
      el('thead', {}, el('tr', {}, ...['Timer', 'Seven fields, UTC+8', 'Next', ''].map((text) => (text === '' ? el('td') : el('th', {}, text))))),
      el('tbody', {}, ...list.map(({ functionName, name, config, next }) => el('tr', {}, el('td', {}, el('strong', {}, functionName), ` ${name}`), el('td', { class: 'code' }, config),
        el('td', { class: 'num' }, next === undefined ? 'never again' : when(next)), el('td', {}, el('button', { 'data-focus': `${functionName} ${name}`, click: () => fire(functionName, name) }, 'Fire now')))))))
  }

  document.getElementById('timers')?.append(
    el('div', { class: 'card' }, el('h2', {}, 'Clock'), clock,
      el('form', { class: 'row gap', submit: (event) => { event.preventDefault(); move(Number(amount.value) * Number(unit.value)) } }, field('Move forward by', amount), field('Unit', unit), el('button', { class: 'main' }, 'Move')), said, wrong,
      el('p', { class: 'soft small gap' }, 'serverDate, links, tokens, timers and Date in functions move together; setTimeout and file times do not. Dates of a timer that a jump passes are one call.')),
    el('div', { class: 'card' }, el('h2', {}, 'Timers'), timers))
  return { refresh: show }
}
