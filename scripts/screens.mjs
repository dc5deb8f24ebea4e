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
 * `npm run screens -- --pictures` takes those of the READMEs instead, into docs/pictures.
 */
const unknown = process.argv.slice(2).filter(flag => flag !== '--pictures')
if (unknown.length > 0) fail(`unknown: ${unknown.join(' ')}. Known is --pictures (those of the READMEs)`)
const pictures = process.argv.includes('--pictures')

await installIfNeeded()
const CHROME = await chrome()
for (const [title, build] of [['functions', buildFunctions], ['h5', () => runNode('scripts/build-h5.mjs')], ['weapp', () => runNode('scripts/build-weapp.mjs')], ['stage', buildStage]]) {
  const code = await step(`build ${title}`, build)
  if (typeof code === 'number' && code !== 0) fail(`build ${title} ended with code ${code}`)
}
const wanted = pictures ? 'pictures' : 'everyScreen'
const code = await step('screens', () => runNode('node_modules/jest/bin/jest.js', ['--config', 'jest.screens.config.mjs', '--runInBand', '--testPathPatterns', `${wanted}\\.screens`], { CHROME }))
if (code !== 0) fail('not every screen could be taken: what came before says which')
say(path.join(root, pictures ? 'docs/pictures' : 'dist/screens/index.html'))
