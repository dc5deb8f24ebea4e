import { people, personWith, type Person, type Seat } from '../people'
import { element, find } from './element'
import { keepFitting } from './fit'

/** A little longer than a phone's own pause between two looks (src/cloud/useAnswer.ts). ms */
const LOOKS_APART = 1200

const ROLE: Record<Seat, string> = { resident: '居民', leader: '团长', supplier: '供货商' }

/** One phone on the table: who holds it, and what it shows. */
export interface Phone {
  readonly seat: Seat
  readonly holder: () => Person
  /** Gives it to somebody, and opens a page there; without a page, where the app begins. */
  show(person: Person, page?: string): void
  /** Like picking it up again: what it shows is asked for anew. */
  wake(): void
}

/** Where a person's phone is, full-size or in its frame. */
export function phoneAddress(person: Person, page = ''): string {
  return `/phone/${person.id}/${page === '' ? '' : `#/${page.replace(/^\/+/, '')}`}`
}

/** Puts a phone into a seat. `changed` hears of every change of hands. */
export function placePhone(section: HTMLElement, seat: Seat, first: Person, changed: (phone: Phone) => void): Phone {
  section.append(find(document, '#phone', HTMLTemplateElement).content.cloneNode(true))
  const screen = find(section, '.screen', HTMLElement)
  const select = find(section, 'select', HTMLSelectElement)
  const link = find(section, 'a', HTMLAnchorElement)
  find(section, '.role', HTMLElement).textContent = ROLE[seat]
  fillChoices(select, seat)
  keepClock(find(section, '.clock', HTMLElement))
  keepFitting(find(section, '.fit', HTMLElement), find(section, '.phone', HTMLElement))

  let holder = first
  let frame: HTMLIFrameElement | undefined
  const hold = (person: Person, address: string) => {
    holder = person
    select.value = person.id
    link.href = phoneAddress(person)
    frame?.remove()
    frame = windowOf(`${ROLE[seat]}的手机：${person.name}`, address)
    screen.append(frame)
  }
  const look = () => void frame?.contentWindow?.dispatchEvent(new Event('focus'))
  let lookAgain: ReturnType<typeof setTimeout>
  const phone: Phone = {
    seat,
    holder: () => holder,
    show(person, page) {
      const address = phoneAddress(person, page)
      if (frame && person.id === holder.id) turnTo(frame, address)
      else hold(person, address)
      changed(phone)
    },
    wake() {
      look()
      // A phone that has just looked does not look again: what came right after would be missed.
      clearTimeout(lookAgain)
      lookAgain = setTimeout(look, LOOKS_APART)
    },
  }
  hold(first, phoneAddress(first))
  select.addEventListener('change', () => phone.show(personWith(select.value)))
  return phone
}

/** Another person's phone is another window: nothing the one before was still doing can reach into it. */
function windowOf(title: string, address: string): HTMLIFrameElement {
  const frame = element('iframe')
  frame.title = title
  frame.src = address
  return frame
}

/**
 * Within one person's phone only the part after # changes, so the app stays signed in and turns the page. Replacing rather than
 * pushing, so that the browser's own Back leaves the stage instead of undoing taps of three phones.
 */
function turnTo(frame: HTMLIFrameElement, address: string): void {
  const inside = frame.contentWindow
  if (!inside) throw new Error('a phone without a window')
  const wanted = new URL(address, location.href).href
  if (inside.location.href === wanted) inside.location.reload()
  else inside.location.replace(wanted)
}

/** Those who belong to this seat first; anybody may hold any phone. */
function fillChoices(select: HTMLSelectElement, seat: Seat): void {
  const belong = people.filter(person => person.phone === seat)
  const others = people.filter(person => person.phone !== seat)
  const option = (person: Person) => {
    const made = element('option', `${person.name}（${person.as}）`)
    made.value = person.id
    return made
  }
  const rest = element('optgroup')
  rest.label = '其他人'
  rest.append(...others.map(option))
  select.append(...belong.map(option), rest)
}

function keepClock(clock: HTMLElement): void {
  const show = () => { clock.textContent = new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }) }
  show()
  setInterval(show, 10_000)
}
