import { actorOf, filedCase, LATER, RESIDENT } from '../case/exampleCase'
import { householdView, readsForHousehold } from './householdView'

const { state } = filedCase({})

test('only who is on the order, and only while the case is somebody\'s', () => {
  const reads = (residents: string[], residentId = state.residentId) => readsForHousehold({ _id: 'person-second', roles: [] }, { residentId }, { residents })
  expect(reads([RESIDENT.personId, 'person-second'])).toBe(true)
  expect(reads([RESIDENT.personId])).toBe(false)
  expect(reads(['person-second'], null)).toBe(false)
  expect(reads(['person-second'], 'person-second')).toBe(false)
  expect(readsForHousehold({ _id: 'person-second', roles: [] }, state, undefined)).toBe(false)
})

test('it says who filed it, and leaves nothing to do', () => {
  const view = householdView(filedCase({}), { ...actorOf('resident'), personId: 'person-second' }, LATER)
  expect(view).toMatchObject({ byHousehold: true, mayDo: [], myDue: null, takesEffect: null })
  expect(view.story.at(-1)?.says).toMatch(/^家里人反映/)
})
