import type { BuildOptions } from 'esbuild'

export const functionBundle: BuildOptions & { bundle: true; write: false }
