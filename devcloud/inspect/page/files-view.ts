import type { Kit, View } from './kit'

interface Listing { files: number; bytes: number; list: { path: string; size: number; owner?: string; type: string }[] }

/** Stored files. Runs in the page: it may use nothing from outside itself. */
export const filesView = ({ el, ask, put, bytes, field, empty, live }: Kit): View => {
  const LIMIT = 100
  let after: string[] = []
  const prefix = el('input', { class: 'code', placeholder: 'all', spellcheck: 'false', input: () => { after = []; void live.update() } }) as HTMLInputElement
  const [total, list] = [el('div'), el('div')]
  const address = (path: string) => `/devcloud/inspect/file?path=${encodeURIComponent(path)}`
  const show = (found: Listing): void => {
    put(total, el('p', { class: 'soft small' }, `${found.files} files, ${bytes(found.bytes)} together`))
    put(list, found.list.length === 0 ? empty('No file here.') : el('div', { class: 'files' }, ...found.list.map(({ path, size, owner, type }) => el('div', { class: 'file' },
      type.startsWith('image/') ? el('img', { src: address(path), alt: '', loading: 'lazy' }) : null,
      el('div', {}, el('a', { href: address(path), target: '_blank', rel: 'noreferrer', class: 'code' }, path), el('p', { class: 'soft small' }, `${bytes(size)} · ${type}`), el('p', { class: 'soft small' }, owner === undefined ? 'of a function' : `of ${owner}`))))),
    el('div', { class: 'row gap' },
      after.length > 0 ? el('button', { 'data-focus': 'back', click: () => { after.pop(); void live.update() } }, 'Before') : null,
      found.list.length === LIMIT ? el('button', { 'data-focus': 'on', click: () => { after.push(found.list[LIMIT - 1]?.path ?? ''); void live.update() } }, 'Next') : null))
  }
  document.getElementById('files')?.append(el('div', { class: 'card' }, el('h2', {}, 'Files'), total, el('div', { class: 'row gap' }, field('Path begins with', prefix, true)), el('div', { class: 'gap' }, list)))
  return { refresh: async () => {
    const query = new URLSearchParams({ prefix: prefix.value, after: after[after.length - 1] ?? '', limit: String(LIMIT) })
    show(await ask<Listing>(`inspect/files?${query.toString()}`))
  } }
}
