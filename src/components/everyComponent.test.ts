import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const gallery = path.join(__dirname, '../pages/gallery')
const shown = readdirSync(gallery).filter(file => file.endsWith('.tsx')).map(file => readFileSync(path.join(gallery, file), 'utf8')).join('\n')
const folders = readdirSync(__dirname, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)

test.each(folders)('%s has a test and stands in the gallery', name => {
  expect(existsSync(path.join(__dirname, name, `${name}.test.tsx`))).toBe(true)
  expect(shown).toContain(`components/${name}/`)
})
