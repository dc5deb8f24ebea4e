import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root: every script works there, wherever it was called from. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../..')

/**
 * Runs a program in the root and shows what it says.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env added to this process's own
 * @returns {Promise<number>} its exit code; a program killed by a signal counts as 1
 */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.once('error', reject)
    child.once('close', code => resolve(code ?? 1))
  })
}

/** Runs a script of this folder, or a package's program, with the Node that runs this one. */
export function runNode(file, args = [], env = {}) {
  return run(process.execPath, [path.join(root, file), ...args], env)
}
