import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Always true, 10: a filed case cannot be deleted by anyone. Here stands all that functions may delete. */
const MAY_GO = ['sheets']

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? sources(path.join(folder, entry.name)) : /(?<!\.test)\.ts$/.test(entry.name) ? [path.join(folder, entry.name)] : [])
}

it('no function deletes a document of any collection but these', () => {
  const deleted = sources(path.resolve(__dirname, '..')).flatMap(file => {
    // `_.remove()` takes a field away, not a document.
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/(?<!\b_)\.remove\(/g)].map(({ index }) => [...text.slice(0, index).matchAll(/collection\('(\w+)'\)/g)].at(-1)?.[1] ?? `${file}: of what?`)
  })
  expect(deleted).toEqual(MAY_GO)
})
