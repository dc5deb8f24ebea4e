import list from './people.json'

/** The three phones on the table. */
export const SEATS = ['resident', 'leader', 'supplier'] as const
export type Seat = (typeof SEATS)[number]

/** Somebody whose phone can lie there. The local cloud is told the id and the openid, nothing else. */
export interface Person {
  /** In /phone/<id>/. */
  id: string
  name: string
  /** What they are, in words. */
  as: string
  /** The phone they pick up when a message comes and nobody shows them. */
  phone: Seat
  openid: string
}

export const people: readonly Person[] = list.map(person => ({ ...person, phone: seatOf(person.phone) }))

function seatOf(name: string): Seat {
  const seat = SEATS.find(known => known === name)
  if (!seat) throw new Error(`stage/people.json: ${name} is no phone on the stage`)
  return seat
}

/** @throws when nobody has this id: a mistake in the stage, never something a visitor can cause */
export function personWith(id: string): Person {
  const person = people.find(known => known.id === id)
  if (!person) throw new Error(`stage/people.json has nobody called ${id}`)
  return person
}
