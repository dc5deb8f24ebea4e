import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
/** The rules stand outside src and are compiled for phones like everything else. */
const rules = [path.join(root, 'domain'), path.join(root, 'cloudbase')]
/** Ship syntax that older phones cannot read. */
const modernPackages = ['swr', 'valibot'].map(name => path.join(root, 'node_modules', name))

const platform = process.env.TARO_ENV ?? 'weapp'
/** The benchmark's own build: with maps that say which package a byte comes from, beside the one that is uploaded. */
const mapped = process.env.BENCH_MAPS === '1'

/** One configuration for both platforms: `weapp` is the product, `h5` its browser twin. */
export default defineConfig<'webpack5'>({
  projectName: 'tuanhou',
  date: '2025-11-22',
  framework: 'react',
  // Only WeChat has templates; a browser takes aria as it is.
  plugins: platform === 'weapp' ? [path.join(__dirname, 'aria.ts')] : [],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot: mapped ? `dist/bench/${platform}` : `dist/${platform}`,
  // For weapp a warm cache and optimizeMainPackage together sometimes lose a module: the build succeeds and a page of a subpackage dies
  // with "reading 'call'". Only the browser's build may remember.
  cache: { enable: platform === 'h5' },
  // An undefined process.env.X would stay in the bundle and crash a phone that has no process.
  env: { TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''), TARO_APP_WEB_ADDRESS: JSON.stringify(process.env.TARO_APP_WEB_ADDRESS ?? '') },
  designWidth: 375,
  deviceRatio: { 375: 2 },
  logger: { quiet: true, stats: false },
  mini: {
    optimizeMainPackage: { enable: true },
    ...(mapped ? { enableSourceMap: true, sourceMapType: 'hidden-source-map' } : {}),
    compile: { include: [...rules, ...modernPackages] },
    // Sizes in src are logical px on both platforms.
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    // Assets are served here; index.html itself at /phone/<name>/.
    publicPath: '/h5/',
    staticDirectory: 'static',
    router: { mode: 'hash', customRoutes: { '/pages/gallery/index': '/gallery' } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    compile: { include: [...rules, ...modernPackages] },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    postcss: { autoprefixer: { enable: true, config: {} }, pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
  },
})
