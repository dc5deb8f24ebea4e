import tseslint from 'typescript-eslint'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'

/** Who may import whom (docs/house.md): every arrow not drawn here is a mistake. */
const zones = [
  { target: './domain', from: ['./src', './cloudfunctions', './devcloud', './stage', './test', './config'], message: 'domain imports nobody' },
  { target: './cloudfunctions', from: ['./src', './devcloud', './stage', './test', './config'], message: 'cloudfunctions imports domain only' },
  { target: './src', from: ['./cloudfunctions', './devcloud', './stage', './test', './config'], message: 'src imports domain only' },
  { target: './devcloud', from: ['./src', './domain', './cloudfunctions', './stage', './test', './config'], message: 'devcloud knows nothing of this product' },
  { target: './stage', from: ['./src', './cloudfunctions'], message: 'the stage stands around the product, not inside it' },
]

/** The rules of the business do no I/O, know no platform and have no clock of their own. */
const pureDomain = [
  { name: '@tarojs/taro', message: 'domain knows no platform' },
  { name: '@cloudbase/node-sdk', message: 'domain does no I/O' },
  { name: 'wx-server-sdk', message: 'domain does no I/O' },
]

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: pureDomain, patterns: [{ group: ['node:*', 'fs', 'path', 'crypto', '@tarojs/*', 'react'], message: 'domain is pure' }] }],
      'no-restricted-properties': ['error',
        { object: 'Date', property: 'now', message: 'time is an argument: domain has no clock of its own' },
        { object: 'Math', property: 'random', message: 'domain decides the same way every time' }],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'time is an argument' }],
      'no-restricted-globals': ['error', 'fetch', 'window', 'document', 'process', 'wx', 'setTimeout', 'setInterval'],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', Buffer: 'readonly' } } },
)
