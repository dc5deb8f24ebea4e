/** What Taro compiles src and domain with; tests use swc instead. Polyfills stay out: both platforms' floors are declared in config/index.ts. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
