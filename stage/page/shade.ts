import { people, type Person } from '../people'
import { element, find } from './element'
import { sentBefore, type Message } from './message'

type Open = (person: Person, page: string) => void

/**
 * The shade that WeChat pulls down, for everybody on the stage at once. It holds the only event stream: the phones hold none, because a
 * browser gives one origin six connections and a stream keeps its own. `came` hears of every message that comes while it is open.
 */
export function openShade(open: Open, came: () => void): void {
  const list = find(document, '#messages', HTMLOListElement)
  const state = find(document, '#shade-state', HTMLElement)
  const shown = new Set<number>()
  const say = (words: string, bad = false) => {
    state.textContent = words
    state.classList.toggle('bad', bad)
  }
  const add = (message: Message, fresh: boolean) => {
    if (shown.has(message.id)) return
    shown.add(message.id)
    const newer = [...list.children].find(one => Number(one.id.replace('message-', '')) < message.id)
    list.insertBefore(item(message, fresh, open), newer ?? null)
    say('')
  }

  const stream = new EventSource('/devcloud/wechat/messages/stream')
  stream.addEventListener('message', event => {
    add(JSON.parse(event.data as string) as Message, true)
    came()
  })
  // On every opening, so also after a break: what was sent meanwhile would otherwise never be seen.
  stream.addEventListener('open', () => {
    sentBefore().then(messages => {
      say(shown.size + messages.length === 0 ? '还没有通知。谁允许过接收，轮到谁时就会出现在这里。' : '')
      for (const message of messages) add(message, false)
    }, (error: unknown) => {
      console.error(error)
      say('通知没读到，请刷新页面。', true)
    })
  })
  stream.addEventListener('error', () => say('连不上本机的云，正在重连…', true))
}

function item(message: Message, fresh: boolean, open: Open): HTMLLIElement {
  const person = people.find(known => known.id === message.personId)
  const head = element('span', '', 'head')
  head.append(element('small', `团后 · 发给${person?.name ?? message.personId}`), element('small', clock(message.at)))
  const fields = element('dl')
  for (const { label, value } of message.fields) fields.append(element('dt', label), element('dd', value))
  const button = element('button')
  button.type = 'button'
  button.append(head, element('span', message.title, 'title'), fields)
  const made = element('li', '', fresh ? 'fresh' : '')
  if (person && message.page !== '') {
    button.append(element('span', `在${person.name}的手机上打开`, 'open'))
    button.addEventListener('click', () => {
      made.classList.remove('fresh')
      open(person, message.page)
    })
  }
  made.id = `message-${message.id}`
  made.append(button)
  return made
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })
}
