import { buildApp } from './build-app.mjs'

/** npm run build:h5 [-- --force]: the browser twin, in dist/h5, to be served at /h5/ and /phone/<name>/. */
await buildApp('h5')
