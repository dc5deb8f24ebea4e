import { esm, kind } from './jest.config.mjs'

/** `npm run screens`: no test, but it stands on the same ground and says as plainly when a page does not come. */
export default { projects: [kind('screens', ['<rootDir>/test/screens/**/*.screens.ts'], esm)] }
