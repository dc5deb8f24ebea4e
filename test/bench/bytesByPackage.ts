import type { Metafile } from 'esbuild'

/** Bytes that each package has in a bundle; what is no package's is `own`. */
export function bytesByPackage({ outputs }: Metafile): Map<string, number> {
  const bytes = new Map<string, number>()
  for (const output of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = packageOf(file)
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput)
    }
  }
  return bytes
}

/** A package inside another's folder counts for itself. */
function packageOf(file: string): string {
  const inside = file.split('node_modules/').at(-1)
  if (inside === undefined || inside === file) return 'own'
  return inside.split('/').slice(0, inside.startsWith('@') ? 2 : 1).join('/')
}
