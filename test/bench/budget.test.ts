import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BUILD, buildWeapp } from '../weapp/onPhone'
import { limitOf, overBudget } from './budget'
import limits from './budget.json'
import { openBusyHouse, type BusyHouse } from './busyHouse'
import { commandTrips } from './commandTrips'
import { functionBytes } from './functionBytes'
import { roundTrips } from './roundTrips'
import { weappBytes } from './weappBytes'
import { longestHome, weappPages } from './weappPages'
import { weappScreens } from './weappScreens'

let busy: BusyHouse
beforeAll(async () => {
  buildWeapp()
  busy = await openBusyHouse()
}, 180_000)
afterAll(() => busy.house.close())

test('a figure past its limit is named; a limit for many holds for those that have none of their own', () => {
  expect(limitOf('weapp.nodes.anything')).toBe(limits['weapp.nodes.*'])
  expect(limitOf('weapp.main.bytes')).toBe(limits['weapp.main.bytes'])
  expect(limitOf('nobody.wrote.this')).toBeUndefined()
  const depth = { name: 'weapp.depth.home', value: limits['weapp.depth.*'] + 1, unit: 'deep', yardstick: null } as const
  expect(overBudget([depth, { ...depth, value: depth.value - 1 }])).toEqual([`weapp.depth.home: ${depth.value} deep, the budget is ${depth.value - 1}`])
})

test('a phone is given no calendar: what is due when comes to it as a number', () => {
  const scripts = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.filter(file => readFileSync(path.join(BUILD, file), 'utf8').includes('2026-10-01'))).toEqual([])
})

test('bytes, nodes, depth and round trips stay within the budget, and every limit is of something that is measured', async () => {
  const figures = [...functionBytes(), ...weappBytes(), ...await weappScreens(busy), ...await weappPages(busy), ...await longestHome(busy), ...await roundTrips(busy), ...await commandTrips()]
  expect(overBudget(figures)).toEqual([])
  const measured = (key: string) => figures.some(({ name }) => (key.endsWith('.*') ? name.startsWith(key.slice(0, -1)) : name === key))
  expect(Object.keys(limits).filter(key => !measured(key))).toEqual([])
}, 240_000)
