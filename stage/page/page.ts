import './page.css'
import { people, personWith, SEATS, type Person, type Seat } from '../people'
import { find } from './element'
import { introduceNewcomer, showChatCards } from './groupBuys'
import { placePhone, type Phone } from './phone'
import { openShade } from './shade'

/** Who is met first. */
const FIRST: Record<Seat, string> = { resident: 'wang', leader: 'chen', supplier: 'laoli' }

const phones = new Map<Seat, Phone>(SEATS.map(seat => {
  const section = find(document, `[data-seat="${seat}"]`, HTMLElement)
  return [seat, placePhone(section, seat, remembered(seat), remember)]
}))

/** A message opens in the hand of whom it was sent to: in the phone that shows them, or else the one they pick up. */
function openAt(person: Person, page: string): void {
  const shown = [...phones.values()].find(phone => phone.holder().id === person.id)
  ;(shown ?? phoneIn(person.phone)).show(person, page)
}

function phoneIn(seat: Seat): Phone {
  const phone = phones.get(seat)
  if (!phone) throw new Error(`nobody put a phone at ${seat}`)
  return phone
}

/** Who holds which phone stands in the address, so that a reload shows the same people. */
function remembered(seat: Seat): Person {
  const id = new URLSearchParams(location.search).get(seat)
  return people.find(person => person.id === id) ?? personWith(FIRST[seat])
}

function remember(phone: Phone): void {
  const address = new URL(location.href)
  address.searchParams.set(phone.seat, phone.holder().id)
  history.replaceState(null, '', address)
}

/** A link copied from a phone and opened here: it opens in the phone of those whom such a page is for, whoever holds it. */
function openCopiedLink(): void {
  const page = location.hash.replace(/^#\/?/, '')
  if (page === '') return
  history.replaceState(null, '', location.pathname + location.search)
  const phone = phoneIn(SEATS.find(seat => page.startsWith(`packages/${seat}/`)) ?? 'resident')
  phone.show(phone.holder(), page)
}

const resident = phoneIn('resident')
const refreshCards = () => void showChatCards(page => resident.show(resident.holder(), page))

introduceNewcomer()
refreshCards()
// An arrival or an import is done on a phone: coming back from it is when the cards may say something new.
window.addEventListener('focus', refreshCards)
// Whoever is told looks at the phone: all three do, because a step of one shows on the others.
openShade(openAt, () => { for (const phone of phones.values()) phone.wake() })
openCopiedLink()
window.addEventListener('hashchange', openCopiedLink)
