import { NEWCOMER } from '../demo/community'
import { personWith } from '../people'
import { find, element } from './element'

/** A group-buy as its card in the chat shows it. */
export interface ChatCard { id: string; title: string; orders: number; arrivedAt: number | null }

/** Says who can be helped to find his orders, and with which numbers. */
export function introduceNewcomer(): void {
  const { person, joinNumber, phoneLast4 } = NEWCOMER
  find(document, '#newcomer', HTMLElement).textContent = `换成${personWith(person).name}试试：他还没认领订单，跟团号 ${joinNumber}，手机尾号 ${phoneLast4}。`
}

/** Fills the list of cards; `open` is given the in-app page that a tap leads to. */
export async function showChatCards(open: (page: string) => void): Promise<void> {
  const list = find(document, '#cards', HTMLUListElement)
  const response = await fetch('/stage/group-buys')
  if (!response.ok) throw new Error(`the stage answered ${response.status} when asked for the group-buys`)
  const cards = await response.json() as ChatCard[]
  list.replaceChildren(...cards.map(card => {
    const item = element('li')
    const button = element('button')
    button.type = 'button'
    button.append(element('strong', card.title), element('small', `${card.orders} 单 · ${card.arrivedAt === null ? '还没到货' : '已到货'}`))
    button.addEventListener('click', () => open(`pages/bind/index?groupBuy=${encodeURIComponent(card.id)}`))
    item.append(button)
    return item
  }))
}
