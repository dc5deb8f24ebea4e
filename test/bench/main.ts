import { overBudget } from './budget'
import { dependencyBytes, makeBundles } from './bundles'
import { openBusyHouse } from './busyHouse'
import { commandTrips } from './commandTrips'
import { coldStart } from './coldStart'
import { functionBytes } from './functionBytes'
import { roundTrips } from './roundTrips'
import { asJson, asTable } from './show'
import { sweepFigures } from './sweepCost'
import { throughput } from './throughput'
import { weappBytes } from './weappBytes'
import { weappDependencies } from './weappDependencies'
import { longestHome, weappPages } from './weappPages'
import { weappScreens } from './weappScreens'

/** Measures everything, one after the other: nothing may disturb what is timed. */
async function main(): Promise<void> {
  const say = (line: string) => { process.stderr.write(`${line}\n`) }
  say('▸ cold starts')
  const bundles = await makeBundles()
  const figures = [...functionBytes(), ...await coldStart(bundles), ...dependencyBytes(bundles)]
  say('▸ a busy community moves in')
  const busy = await openBusyHouse()
  try {
    say('▸ the mini-program')
    const weapp = [...weappBytes(), ...await weappScreens(busy), ...await weappPages(busy), ...await longestHome(busy), ...weappDependencies()]
    say('▸ round trips')
    const trips = [...await roundTrips(busy), ...await commandTrips()]
    say('▸ sixteen at once')
    figures.unshift(...weapp, ...trips, ...await throughput(busy))
  } finally {
    await busy.house.close()
  }
  say('▸ a minute among many cases')
  figures.push(...await sweepFigures(say))
  process.stdout.write(`${process.argv.includes('--json') ? asJson(figures) : asTable(figures)}\n`)
  for (const line of overBudget(figures)) say(`over budget: ${line}`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
