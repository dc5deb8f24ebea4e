import { lastLine, skippedTests, tallyOf } from './tally.mjs'

const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 }

test('all passed', () => expect(lastLine(tallyOf(report, 0))).toBe('7 passed, 0 failed'))
test('some failed', () => expect(lastLine(tallyOf({ ...report, numFailedTests: 2 }, 1))).toBe('7 passed, 2 failed'))
test('a file that cannot be loaded is a failure', () => expect(lastLine(tallyOf({ ...report, numRuntimeErrorTestSuites: 1 }, 1))).toBe('7 passed, 1 failed'))
test('an exit code without a failed test is a failure', () => expect(lastLine(tallyOf(report, 1))).toBe('7 passed, 1 failed'))
test('what was skipped is said', () => expect(lastLine(tallyOf({ ...report, numPendingTests: 2, numTodoTests: 1 }, 0))).toBe('7 passed, 0 failed, 3 skipped'))

test('each test that did not run is named', () => {
  const testResults = [{ name: 'a.test.ts', assertionResults: [{ status: 'passed', fullName: 'one' }, { status: 'pending', fullName: 'two' }, { status: 'todo', fullName: 'three' }] }]
  expect(skippedTests({ ...report, testResults })).toEqual(['a.test.ts: two', 'a.test.ts: three'])
})
