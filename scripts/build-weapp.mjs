import { buildApp } from './build-app.mjs'

/** npm run build:weapp [-- --force]: the mini-program for WeChat DevTools, in dist/weapp. */
await buildApp('weapp')
