/** How every script speaks: one line when something begins, one when it is done, one when it cannot be. */

/** A line of its own. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Ends the process with one line that says what is wrong and what to do. */
export function fail(line) {
  process.stderr.write(`\n✗ ${line}\n`)
  process.exit(1)
}

/** @returns 850 ms, 3.2 s, 2 min 5 s */
export function inWords(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** Says that a step began, and how long it took; what the step says in between stands between the two. */
export async function step(title, work) {
  const begun = performance.now()
  say(`▸ ${title}`)
  const result = await work()
  say(`  ${title}: ${inWords(performance.now() - begun)}`)
  return result
}
