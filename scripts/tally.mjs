/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Sums up jest's report. A file that could not even be loaded has no tests to count: it counts as one that failed.
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  return {
    passed: report.numPassedTests,
    // Something outside any single test may have gone wrong.
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** The last line of `npm test`, by itself: programs read it. @param {Tally} tally */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @returns every test that did not run, by its file and name: nothing is skipped in silence */
export function skippedTests(report) {
  return report.testResults.flatMap(file => file.assertionResults
    .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
    .map(({ fullName }) => `${file.name}: ${fullName}`))
}
