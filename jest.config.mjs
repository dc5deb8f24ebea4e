/** One jest run, a project per kind of test; each kind can run alone with `npx jest --selectProjects unit`. */
const transform = {
  '^.+\\.(ts|tsx|mjs|js)$': ['@swc/jest', {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  }],
}
export const kind = (displayName, testMatch, more = {}) => ({
  displayName, testMatch, transform, testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...more,
})
// Packages that ship ES modules only.
export const esm = { transformIgnorePatterns: ['/node_modules/(?!(read-excel-file|write-excel-file|unzipper-esm|worker-f|saxen|fflate|croner|bson)/)'] }

/** Building blocks without a phone or a browser: real React, thin stand-ins for what Taro and the phone give. */
const onPaper = {
  ...esm,
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/test/components/setUp.ts'],
  moduleNameMapper: {
    '^@tarojs/components$': '<rootDir>/test/components/tarojsComponents.tsx',
    '^@tarojs/taro$': '<rootDir>/test/components/tarojsTaro.ts',
    '(/cloud|^\\.)/platform$': '<rootDir>/test/components/platform.ts',
    '^\\./careMode$': '<rootDir>/src/components/Page/careMode.h5.ts',
    '\\.scss$': '<rootDir>/test/components/style.ts',
  },
}

export default {
  // Generous, because only a failure takes that long: tests wait for conditions, and a busy machine is no reason to fail.
  testTimeout: 60_000,
  projects: [
    kind('unit', ['<rootDir>/{domain,cloudfunctions,src,config,scripts,stage}/**/*.test.ts'], { ...esm, setupFiles: ['<rootDir>/test/propertySeed.ts'] }),
    kind('components', ['<rootDir>/src/**/*.test.tsx'], onPaper),
    kind('devcloud', ['<rootDir>/devcloud/**/*.test.ts'], { ...esm, setupFiles: ['<rootDir>/test/propertySeed.ts'] }),
    kind('scenario', ['<rootDir>/test/scenario/**/*.test.ts'], esm),
    kind('browser', ['<rootDir>/test/browser/**/*.test.ts'], esm),
    kind('weapp', ['<rootDir>/test/weapp/**/*.test.ts'], esm),
    kind('faults', ['<rootDir>/test/faults/**/*.test.ts'], esm),
    kind('bench', ['<rootDir>/test/bench/**/*.test.ts'], esm),
  ],
}
