import { readFileSync } from 'node:fs'

/** Linux's pages are 4 KB on every machine that Node's binaries are made for, but for some on ARM, where this counts too little. */
const PAGE_BYTES = 4096

/**
 * The memory that a process has for itself, in MB: without the files it has mapped, such as Node's own program, which all share. A
 * function that does nothing has 6 MB by this measure, and some 25 MB with the SDK, as the service reports it.
 * @returns undefined where the process is gone, or the system is not Linux
 */
export const memoryOf = (pid: number): number | undefined => {
  try {
    const [, resident, shared] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number) as [number, number, number]
    return (resident - shared) * PAGE_BYTES / 1024 / 1024
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
