import type { Kit, PageState, View } from './kit'

/** The switches for what is to go wrong. Runs in the page: it may use nothing from outside itself. */
export const faultsView = ({ el, ask, put, field, empty, trouble, live }: Kit): View => {
  const { place: wrong, attempt } = trouble()
  const act = (path: string, method: string, body?: unknown): void => { void attempt(() => ask(path, method, body)).then(live.update) }
  const latency = el('input', { type: 'number', min: 0, max: 60000, value: 500, id: 'latency' }) as HTMLInputElement
  const crashing = el('select', { id: 'crashing' }) as HTMLSelectElement
  const [times, wechatTimes] = [0, 0].map(() => el('select', {}, el('option', { value: '1' }, 'next call'), el('option', { value: '3' }, 'next 3 calls'), el('option', { value: '' }, 'every call')) as HTMLSelectElement) as [HTMLSelectElement, HTMLSelectElement]
  const choices = () => el('select') as HTMLSelectElement
  const [code, person, template] = [choices(), choices(), choices()]
  const [switches, rules, offered] = [el('div'), el('div'), { text: '' }]
  const count = (select: HTMLSelectElement): number | null => (select.value === '' ? null : Number(select.value))

  const toggle = (label: string, note: string, on: boolean, id: string, set: (on: boolean) => void): HTMLElement =>
    el('div', { class: 'row gap' }, el('span', { class: 'wide' }, el('strong', {}, label), el('br'), el('span', { class: 'soft small' }, note)),
      el('button', { id, 'data-focus': id, role: 'switch', 'aria-checked': String(on), class: on ? 'bad' : '', click: () => set(!on) }, on ? 'On: switch off' : 'Switch on'))

  const show = ({ switches: now, faults }: PageState): void => {
    put(switches,
      toggle('SDK latency', now.sdkLatencyMs > 0 ? `Every request waits ${now.sdkLatencyMs} ms.` : 'Every request of functions to the cloud waits as long as said below.', now.sdkLatencyMs > 0, 'switch-latency', (on) => act('faults', 'PUT', { sdkLatencyMs: on ? Number(latency.value) : 0 })),
      toggle('Storage fails', 'Uploads, links, downloads: all of it is STORAGE_REQUEST_FAIL.', now.storageFails, 'switch-storage', (storageFails) => act('faults', 'PUT', { storageFails })),
      toggle('Clients offline', 'Their connections break without an answer. Uploads and links of functions break too; this page goes on.', now.offline, 'switch-offline', (offline) => act('faults', 'PUT', { offline })),
      ...Object.entries(now.crashes).map(([name, left]) => toggle(`${name} crashes`, left === null ? 'Every call loses its process.' : `${left} more calls lose their process.`, true, `crash-${name}`, () => act('faults', 'PUT', { crashes: Object.fromEntries(Object.entries(now.crashes).filter(([other]) => other !== name)) }))))
    put(rules, ...(faults.length === 0 ? [empty('WeChat works.')] : faults.map(({ id, times: left, ...rest }) => el('div', { class: 'row gap' },
      el('span', { class: 'wide' }, Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`).join(', '), el('span', { class: 'soft' }, left === null ? ' (every call)' : ` (${left} calls)`)),
      el('button', { 'data-focus': id, click: () => act(`wechat/faults/${id}`, 'DELETE') }, 'Remove')))))
  }
  const offer = async ({ functions, refusals }: PageState): Promise<void> => {
    const { templates, people } = await ask<{ templates: { id: string; title: string }[]; people: { id: string; openid: string }[] }>('inspect/wechat')
    const text = JSON.stringify([functions, templates, people])
    if (text === offered.text) return
    offered.text = text
    crashing.replaceChildren(...functions.map((name) => el('option', {}, name)))
    person.replaceChildren(el('option', { value: '' }, 'anybody'), ...people.map(({ id, openid }) => el('option', { value: openid }, id)))
    template.replaceChildren(el('option', { value: '' }, 'any'), ...templates.map(({ id, title }) => el('option', { value: id }, title)))
    code.replaceChildren(...refusals.map(({ errcode, errmsg }) => el('option', { value: errcode }, `${errcode} ${errmsg}`)))
    code.value = '43101'
  }

  document.getElementById('faults')?.append(
    el('div', { class: 'card' }, el('h2', {}, 'The cloud'), switches,
      el('div', { class: 'row gap' }, field('Latency, ms', latency)),
      el('form', { class: 'row gap', submit: (event) => {
        event.preventDefault()
        void attempt(async () => ask('faults', 'PUT', { crashes: { ...(await ask<PageState['switches']>('faults')).crashes, [crashing.value]: count(times) } })).then(live.update)
      } }, field('Function that crashes', crashing), field('How often', times), el('button', {}, 'Let it crash')), wrong),
    el('div', { class: 'card' }, el('h2', {}, 'WeChat refuses'), rules,
      el('form', { class: 'row gap', submit: (event) => {
        event.preventDefault()
        act('wechat/faults', 'POST', { errcode: Number(code.value), times: count(wechatTimes), ...(person.value === '' ? {} : { openid: person.value }), ...(template.value === '' ? {} : { templateId: template.value }) })
      } }, field('Error', code, true), field('Person', person), field('Template', template), field('How often', wechatTimes), el('button', {}, 'Let it refuse'))))

  return { refresh: async (state) => {
    show(state)
    await offer(state)
  } }
}
