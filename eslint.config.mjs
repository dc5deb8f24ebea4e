import tseslint from 'typescript-eslint'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'

/** Who may import whom (docs/house.md): every arrow not drawn here is a mistake. */
const zones = [
  { target: './domain', from: ['./src', './cloudfunctions', './devcloud', './stage', './test', './config', './scripts'], message: 'domain imports nobody' },
  { target: './cloudfunctions', from: ['./src', './devcloud', './stage', './test', './config', './scripts'], message: 'cloudfunctions imports domain only' },
  { target: './src', from: ['./cloudfunctions', './devcloud', './stage', './test', './config', './scripts'], message: 'src imports domain only' },
  { target: './devcloud', from: ['./src', './domain', './cloudfunctions', './stage', './test', './config', './scripts'], message: 'devcloud knows nothing of this product' },
  { target: './stage', from: ['./src', './cloudfunctions'], message: 'the stage stands around the product, not inside it' },
  { target: './stage', from: './domain', except: ['./contract', './notice'], message: 'the stage knows the calls and the messages, not the rules' },
]

/** An import that `zones` cannot see: written as a type, or put together at run time. */
const hiddenImports = [
  { selector: 'TSImportType', message: 'write `import type` at the top: who imports whom is checked there' },
  { selector: 'ImportExpression[source.type!="Literal"]', message: 'who imports whom must be readable' },
]

const examples = { regex: '(^|/)example[A-Z][^/]*$', message: 'examples are for tests' }
const nodeOnly = { regex: '^node:|^(fs|path|os|crypto|http|https|net|child_process|stream|util|url|events|buffer|zlib)(/|$)', message: 'there is no Node on a phone' }
const screens = { regex: '^(@tarojs/|@nutui/|react(-dom)?(/|$)|swr$)', message: 'the cloud has no screens' }
const wechatSdk = { name: 'wx-server-sdk', message: 'only the courier speaks to WeChat' }

/** The rules of the business do no I/O, know no platform, have no clock of their own, and decide the same way every time. */
const pureDomain = {
  'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.{1,2}/|valibot$|dayjs$|dayjs/plugin/|papaparse$|chinese-days/dist/chinese-days\\.json$)', message: 'domain is pure: a few pure libraries at most' }, examples] }],
  'no-restricted-properties': ['error',
    { object: 'Date', property: 'now', message: 'time is an argument: domain has no clock of its own' },
    { object: 'Date', property: 'parse', message: 'reads local time' },
    { object: 'Math', property: 'random', message: 'domain decides the same way every time' }],
  'no-restricted-syntax': ['error', ...hiddenImports,
    { selector: 'ImportExpression', message: 'domain is loaded as a whole' },
    { selector: "NewExpression[callee.name='Date'][arguments.length!=1]", message: 'time is an argument, and never local' },
    { selector: "CallExpression[callee.name='Date']", message: 'time is an argument' },
    { selector: "VariableDeclarator[init.name='Date']", message: 'a clock by another name' },
    { selector: "CallExpression[callee.name='dayjs'][arguments.length=0]", message: 'time is an argument' },
    { selector: "CallExpression[callee.object.name='dayjs'][callee.property.name='utc'][arguments.length=0]", message: 'time is an argument' },
    { selector: 'CallExpression[callee.property.name=/^([gs]et(Hours|Minutes|Seconds|Milliseconds|Date|Day|Month|FullYear|TimezoneOffset)|toLocale(Date|Time)?String)$/]', message: 'no local time' }],
  'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'window', 'document', 'navigator', 'localStorage', 'sessionStorage', 'self', 'global', 'globalThis', 'process', 'Buffer',
    'require', 'module', '__dirname', '__filename', 'console', 'crypto', 'performance', 'wx', 'Taro', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
}

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })],
      // Without these two no-cycle reads no TypeScript, and finds nothing.
      'import-x/extensions': ['.ts', '.tsx', '.mjs', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  { files: ['{domain,src,cloudfunctions,devcloud,stage}/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...hiddenImports] } },
  { files: ['domain/**/*.ts'], ignores: ['**/*.test.ts', '**/example*.ts'], rules: pureDomain },
  {
    files: ['src/**/*.{ts,tsx}'], ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [wechatSdk, { name: '@cloudbase/node-sdk', message: 'src/cloud is the one door out' }], patterns: [examples, nodeOnly] }] },
  },
  {
    files: ['cloudfunctions/**/*.ts'], ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [examples, screens] }] },
  },
  {
    files: ['cloudfunctions/**/*.ts'], ignores: ['**/*.test.ts', 'cloudfunctions/courier/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [wechatSdk], patterns: [examples, screens] }] },
  },
  { files: ['src/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', Buffer: 'readonly' } } },
)
