import type { Kit, View } from './kit'

interface Deployed { name: string; handler: string; timeoutSeconds: number; memoryMb: number; instances: { id: string; pid?: number; requestId?: string; memoryMb?: number }[] }
interface Logged { requestId: string; functionName: string; who: string; id?: string; from?: string; at: number; instance?: string; cold: boolean; waitedMs: number; initMs: number; durationMs?: number; memoryMb: number; memoryUsedMb?: number; error?: { code: string; message: string }; lines: { at: number; text: string }[]; dropped: number }

/** Functions, their processes, their calls. Runs in the page: it may use nothing from outside itself. */
export const functionsView = ({ el, ask, put, when, span, field, empty, trouble, live }: Kit): View => {
  const only = el('select', { change: () => { void live.update() } }) as HTMLSelectElement
  const id = el('input', { class: 'code', placeholder: 'all', spellcheck: 'false', input: () => { void live.update() } }) as HTMLInputElement
  const [table, calls, choices] = [el('div'), el('div', { id: 'calls' }), { text: '' }]
  const { place: wrong, attempt } = trouble()

  const processes = ({ instances }: Deployed): HTMLElement => {
    const busy = instances.filter(({ requestId }) => requestId !== undefined).length
    return el('span', {}, instances.length === 0 ? el('span', { class: 'soft' }, 'none: the next call starts cold') : `${instances.length} warm${busy > 0 ? `, ${busy} at work` : ''}`)
  }
  const showFunctions = (functions: Deployed[]): void => put(table, functions.length === 0 ? empty('cloudbaserc.json has no function.') : el('table', { class: 'tall' },
    el('thead', {}, el('tr', {}, ...['Function', 'Processes', 'Time limit', 'Memory', ''].map((text) => (text === '' ? el('td') : el('th', {}, text))))),
    el('tbody', {}, ...functions.map((one) => el('tr', {},
      el('td', {}, el('strong', {}, one.name), ' ', el('span', { class: 'soft code' }, one.handler)),
      el('td', {}, processes(one)), el('td', { class: 'num' }, `${one.timeoutSeconds} s`), el('td', { class: 'num' }, `${one.memoryMb} MB`),
      el('td', {}, el('button', { class: 'bad', 'data-focus': `kill ${one.name}`, disabled: one.instances.length === 0, click: () => { void attempt(() => ask('inspect/kill-function', 'POST', { function: one.name })).then(live.update) } }, 'Kill processes')))))))

  const describe = (call: Logged): HTMLElement => el('summary', { 'data-focus': call.requestId },
    el('span', { class: 'soft code' }, when(call.at).slice(11)), el('strong', {}, call.functionName),
    el('span', { class: 'tag' }, call.cold ? 'cold' : 'warm'),
    el('span', { class: 'grow' }, call.from === undefined ? call.who : `${call.from}, for ${call.who}`),
    call.error ? el('span', { class: 'tag bad' }, call.error.code) : null,
    el('span', { class: 'count' }, call.durationMs === undefined ? 'running' : span(call.durationMs)))
  const facts = (call: Logged): string => [
    `request ${call.requestId}`, call.instance === undefined ? 'no process yet' : `process ${call.instance}`, call.waitedMs >= 1 ? `waited ${span(call.waitedMs)}` : '',
    call.cold ? `start ${span(call.initMs)}` : '', call.memoryUsedMb === undefined ? '' : `${call.memoryUsedMb.toFixed(1)} of ${call.memoryMb} MB`, call.id === undefined ? '' : `as ${call.id}`,
  ].filter(Boolean).join(' · ')
  const showCalls = (list: Logged[]): void => put(calls, ...(list.length === 0 ? [empty('No call yet.')] : list.map((call) => el('details', { 'data-key': call.requestId },
    describe(call), el('p', { class: 'soft small' }, facts(call)), call.error ? el('p', { class: 'wrong' }, call.error.message) : null,
    el('pre', {}, call.lines.map(({ at, text }) => `${when(at).slice(11)}  ${text}`).join('\n'), call.dropped > 0 ? `\n… ${call.dropped} more lines in functions.log` : '')))))

  const offer = (names: string[]): void => {
    if (choices.text === names.join()) return
    choices.text = names.join()
    const chosen = only.value
    only.replaceChildren(el('option', { value: '' }, 'all'), ...names.map((name) => el('option', { value: name }, name)))
    only.value = names.includes(chosen) ? chosen : ''
  }

  document.getElementById('functions')?.append(
    el('div', { class: 'card' }, el('h2', {}, 'Functions'), table, wrong),
    el('div', { class: 'card' }, el('h2', {}, 'Calls'), el('div', { class: 'row' }, field('Function', only), field('Request id', id, true)), el('div', { class: 'gap' }, calls)))

  return { refresh: async () => {
    const { functions } = await ask<{ functions: Deployed[] }>('inspect/functions')
    showFunctions(functions)
    offer(functions.map(({ name }) => name))
    const query = new URLSearchParams({ ...(only.value === '' ? {} : { function: only.value }), ...(id.value.trim() === '' ? {} : { requestId: id.value.trim() }) })
    showCalls((await ask<{ calls: Logged[] }>(`inspect/calls?${query.toString()}`)).calls)
  } }
}
