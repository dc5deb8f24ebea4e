/** One jest run, a project per kind of test; each kind can run alone with `npx jest --selectProjects unit`. */
const transform = {
  '^.+\\.(ts|tsx|mjs|js)$': ['@swc/jest', {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  }],
}
const kind = (displayName, testMatch, more = {}) => ({
  displayName, testMatch, transform, testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...more,
})
// Packages that ship ES modules only.
const esm = { transformIgnorePatterns: ['/node_modules/(?!(read-excel-file|write-excel-file|unzipper-esm|worker-f|saxen|fflate|croner|bson)/)'] }

export default {
  // Generous, because only a failure takes that long: tests wait for conditions, and a busy machine is no reason to fail.
  testTimeout: 60_000,
  projects: [
    kind('unit', ['<rootDir>/{domain,cloudfunctions,src,config,scripts,stage}/**/*.test.{ts,tsx}'], esm),
    kind('devcloud', ['<rootDir>/devcloud/**/*.test.ts'], esm),
    kind('scenario', ['<rootDir>/test/scenario/**/*.test.ts'], esm),
    kind('browser', ['<rootDir>/test/browser/**/*.test.ts'], esm),
    kind('weapp', ['<rootDir>/test/weapp/**/*.test.ts'], esm),
    kind('bench', ['<rootDir>/test/bench/**/*.test.ts'], esm),
  ],
}
