import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { BUILD } from '../weapp/onPhone'
import { againstBudget } from './budget'
import type { Figure } from './figure'

/** Bytes of the build as they are uploaded: the main package, which a phone fetches before anything is seen, each other package, and all. */
export function weappBytes(): Figure[] {
  const { subPackages } = JSON.parse(readFileSync(path.join(BUILD, 'app.json'), 'utf8')) as { subPackages: { root: string }[] }
  const files = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter(isUploaded)
  const bytes = (some: string[]) => some.reduce((sum, file) => sum + statSync(path.join(BUILD, file)).size, 0)
  const packageOf = (file: string) => subPackages.find(({ root }) => file.startsWith(`${root}${path.sep}`))?.root
  return [
    againstBudget('weapp.main.bytes', bytes(files.filter(file => packageOf(file) === undefined)), 'bytes'),
    ...subPackages.map(({ root }) => againstBudget(`weapp.${path.basename(root)}.bytes`, bytes(files.filter(file => packageOf(file) === root)), 'bytes')),
    againstBudget('weapp.total.bytes', bytes(files), 'bytes'),
  ]
}

/** Licences and maps stay behind. */
function isUploaded(file: string): boolean {
  return !/\.map$|\.LICENSE\.txt$/.test(file) && statSync(path.join(BUILD, file)).isFile()
}
