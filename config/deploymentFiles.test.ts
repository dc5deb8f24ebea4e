import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { examine } from '../devcloud/doctor/examine'

const ROOT = resolve(__dirname, '..')

test('the cloud would refuse nothing of the deployment files, nor warn of anything', () => {
  const directory = mkdtempSync(join(tmpdir(), 'deployment-'))
  try {
    for (const name of ['cloudbaserc.json', 'cloudbase']) cpSync(join(ROOT, name), join(directory, name), { recursive: true })
    const { functionRoot, functions } = JSON.parse(readFileSync(join(ROOT, 'cloudbaserc.json'), 'utf8')) as { functionRoot: string; functions: { name: string }[] }
    expect(functions.length).toBeGreaterThan(0)
    for (const { name } of functions) {
      const folder = join(directory, functionRoot, name)
      mkdirSync(folder, { recursive: true })
      // Bundles are made by a build; what is deployed with them stands in the sources.
      writeFileSync(join(folder, 'index.js'), '')
      cpSync(join(ROOT, 'cloudfunctions', name, 'config.json'), join(folder, 'config.json'))
    }
    expect(examine(directory)).toEqual([])
    rmSync(join(directory, functionRoot, functions[0]?.name ?? '', 'index.js'))
    expect(examine(directory)).toMatchObject([{ kind: 'refused', place: 'functions[0].handler' }])
  } finally {
    rmSync(directory, { recursive: true })
  }
})
