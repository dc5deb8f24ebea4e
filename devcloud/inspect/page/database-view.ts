import type { Kit, View } from './kit'

interface Collection { name: string; documents: number; indexes: { name: string; unique: boolean; multikey: boolean; keys: { field: string; direction: number }[] }[] }
interface Found { total: number; counted: boolean; documents: string[]; explain: { plan: string; index?: string; direction?: string; keysExamined: number; documentsExamined: number; returned: number; sortedInMemory: boolean; milliseconds: number } }

/** Collections and their documents. Runs in the page: it may use nothing from outside itself. */
export const databaseView = ({ el, ask, put, field, empty, trouble }: Kit): View => {
  /** A query that took longer is not asked again by itself, ms. */
  const QUICK = 30
  let chosen: string | undefined
  let asked = { query: '{}', order: '{}', skip: 0, limit: 20 }
  let slow = false
  const query = el('textarea', { rows: 1, spellcheck: 'false', placeholder: '{}', id: 'query' }) as HTMLTextAreaElement
  const order = el('input', { class: 'code', spellcheck: 'false', placeholder: '{"at": -1}' }) as HTMLInputElement
  const limit = el('input', { type: 'number', min: 1, max: 1000, value: 20 }) as HTMLInputElement
  const { place: wrong, attempt } = trouble()
  const [names, title, answer] = [el('div'), el('div'), el('div')]

  const look = (): Promise<boolean> => attempt(async () => {
    if (chosen === undefined) return
    const of = chosen
    const parameters = new URLSearchParams({ collection: of, query: asked.query, order: asked.order, skip: String(asked.skip), limit: String(asked.limit) })
    const found = await ask<Found>(`inspect/documents?${parameters.toString()}`)
    if (of === chosen) showDocuments(found)
  })
  const apply = (): void => {
    asked = { query: query.value.trim() || '{}', order: order.value.trim() || '{}', skip: 0, limit: Number(limit.value) || 20 }
    void look()
  }
  const turn = (by: number): void => {
    asked.skip = Math.max(0, asked.skip + by)
    void look()
  }

  /** Dates in the readable form of EJSON, which a query takes as well. */
  const readable = (json: string): unknown => JSON.parse(json, (_key, value: { $date?: { $numberLong?: string } } | null) => {
    const at = new Date(Number(value?.$date?.$numberLong ?? NaN))
    return Number.isNaN(at.getTime()) ? value : { $date: at.toISOString() }
  }) as unknown

  const summary = (json: string): HTMLElement => {
    const { _id: id, ...rest } = readable(json) as Record<string, unknown>
    const text = JSON.stringify(rest)
    return el('summary', {}, el('strong', { class: 'code' }, typeof id === 'string' ? id : JSON.stringify(id)), el('span', { class: 'soft code grow' }, text.length > 110 ? `${text.slice(0, 110)}…` : text))
  }
  const showDocuments = ({ total, counted, documents, explain }: Found): void => {
    slow = explain.milliseconds > QUICK
    const by = explain.plan === 'index' ? `index ${explain.index ?? ''}, ${explain.direction ?? ''}` : explain.plan === 'ids' ? 'by _id' : 'every document looked at'
    put(answer,
      el('div', { class: 'row gap small' },
        el('span', { id: 'total' }, `${counted ? total : `more than ${total}`} documents`),
        el('span', { class: `tag${explain.plan === 'all' && explain.documentsExamined > 1000 ? ' warn' : ''}` }, by),
        el('span', { class: 'soft wide' }, `${explain.keysExamined} keys and ${explain.documentsExamined} documents examined for ${explain.returned}${explain.sortedInMemory ? ', sorted in memory' : ''}`)),
      el('div', { class: 'gap' }, ...(documents.length === 0 ? [empty('No document matches.')] : documents.map((json) => el('details', { 'data-key': summary(json).textContent?.slice(0, 40) ?? '' }, summary(json), el('pre', {}, JSON.stringify(readable(json), null, 2)))))),
      el('div', { class: 'row gap' },
        el('button', { disabled: asked.skip === 0, 'data-focus': 'back', click: () => turn(-asked.limit) }, 'Before'),
        el('span', { class: 'soft small' }, documents.length === 0 ? '' : `${asked.skip + 1} to ${asked.skip + documents.length}`),
        el('button', { disabled: counted && asked.skip + documents.length >= total, 'data-focus': 'on', click: () => turn(asked.limit) }, 'Next')))
  }

  const choose = (name: string): void => {
    chosen = name
    asked = { ...asked, query: '{}', order: '{}', skip: 0 }
    query.value = ''
    order.value = ''
    put(answer)
    void showCollections()
    void look()
  }
  const showCollections = async (): Promise<void> => {
    const { collections } = await ask<{ collections: Collection[] }>('inspect/collections')
    chosen ??= (collections.find(({ documents }) => documents > 0) ?? collections[0])?.name
    put(names, collections.length === 0 ? empty('No collection yet.') : el('ul', { class: 'list' }, ...collections.map(({ name, documents }) =>
      el('li', {}, el('button', { 'aria-current': String(name === chosen), 'data-focus': name, click: () => choose(name) }, name, el('span', { class: 'count' }, documents))))))
    const indexes = collections.find(({ name }) => name === chosen)?.indexes ?? []
    put(title, el('h2', {}, chosen ?? ''), el('p', { class: 'small soft' }, indexes.length === 0 ? 'No index but _id.' : 'Indexes: ',
      ...indexes.map(({ name, unique, multikey, keys }) => el('span', {}, el('span', { class: 'tag code' }, `${name} (${keys.map(({ field: key, direction }) => `${key} ${direction === 1 ? '↑' : '↓'}`).join(', ')})${unique ? ' unique' : ''}${multikey ? ' arrays' : ''}`), ' '))))
  }

  const form = el('form', { class: 'gap', submit: (event) => { event.preventDefault(); apply() } },
    field('Query (EJSON, as where(…) sends it)', query),
    el('div', { class: 'row gap' }, field('Order', order, true), field('Limit', limit), el('button', { class: 'main' }, 'Find')))
  query.addEventListener('keydown', (event) => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); apply() } })
  document.getElementById('database')?.append(el('div', { class: 'split' }, el('div', { class: 'card' }, el('h2', {}, 'Collections'), names), el('div', { class: 'card' }, title, form, wrong, answer)))

  return { refresh: async () => {
    await showCollections()
    if (!slow) await look()
  } }
}
