import './need-node.mjs'
import path from 'node:path'
import { buildFunctions } from './build-functions.mjs'
import { buildStage } from './build-stage.mjs'
import { chrome } from './chrome.mjs'
import { installIfNeeded } from './install.mjs'
import { root, runNode } from './run.mjs'
import { fail, say, step } from './say.mjs'

/**
 * `npm run screens`: pictures of every page, of the browser's build and of the mini-program, in dist/screens with one sheet to look at.
 * `npm run screens -- --longer-life` takes what can come of a complaint after the first answer, with every sheet, into dist/screens/longer-life;
 * `npm run screens -- --pictures` takes those of the READMEs instead, into docs/pictures.
 */
const KINDS = {
  '--pictures': { file: 'pictures', into: 'docs/pictures' },
  '--longer-life': { file: 'longerLife', into: 'dist/screens/longer-life/index.html' },
}
const flags = process.argv.slice(2)
const unknown = flags.filter(flag => !Object.hasOwn(KINDS, flag))
if (unknown.length > 0 || flags.length > 1) fail(`unknown: ${flags.join(' ')}. Known is one of --pictures (those of the READMEs), --longer-life (what comes after the first answer)`)
const { file, into } = KINDS[flags[0]] ?? { file: 'everyScreen', into: 'dist/screens/index.html' }

await installIfNeeded()
const CHROME = await chrome()
for (const [title, build] of [['functions', buildFunctions], ['h5', () => runNode('scripts/build-h5.mjs')], ['weapp', () => runNode('scripts/build-weapp.mjs')], ['stage', buildStage]]) {
  const code = await step(`build ${title}`, build)
  if (typeof code === 'number' && code !== 0) fail(`build ${title} ended with code ${code}`)
}
const code = await step('screens', () => runNode('node_modules/jest/bin/jest.js', ['--config', 'jest.screens.config.mjs', '--runInBand', '--testPathPatterns', `${file}\\.screens`], { CHROME }))
if (code !== 0) fail('not every screen could be taken: what came before says which')
say(path.join(root, into))
