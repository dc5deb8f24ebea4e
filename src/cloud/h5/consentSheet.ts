import templates from '../../../cloudbase/message-templates.json'
import type { ConsentAnswers } from '../platformType'
import './consentSheet.scss'

/**
 * WeChat's question "may we send you these messages", asked by the page itself because a browser has no such question.
 * Plain DOM: it stands above whatever page is open, as WeChat's does.
 */
export function askInSheet(templateIds: string[]): Promise<ConsentAnswers> {
  return new Promise(resolve => {
    const before = document.activeElement
    // It stands outside the page, whose words may be large.
    const veil = element('div', document.querySelector('.page.care') ? 'consent care' : 'consent')
    const sheet = element('div', 'consent__sheet')
    sheet.setAttribute('role', 'dialog')
    sheet.setAttribute('aria-modal', 'true')
    sheet.setAttribute('aria-label', '允许发送消息')
    sheet.append(element('div', 'consent__title', '允许“团后”给您发这些消息吗'), element('div', 'consent__hint', '每允许一次，就能给您发一条'))
    const boxes = templateIds.map(id => {
      const row = element('label', 'consent__row')
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.checked = true
      row.append(box, element('span', '', (templates as Record<string, { title: string }>)[id]?.title ?? id))
      sheet.append(row)
      return { id, box }
    })
    const close = (allow: boolean) => {
      veil.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(Object.fromEntries(boxes.map(({ id, box }) => [id, allow && box.checked ? 'accept' : 'reject'])))
    }
    const buttons = element('div', 'consent__buttons')
    const no = button('不允许', '', () => close(false))
    const yes = button('允许', 'consent__yes', () => close(true))
    buttons.append(no, yes)
    sheet.append(buttons)
    veil.append(sheet)
    veil.onkeydown = e => { if (e.key === 'Escape') close(false) }
    document.body.append(veil)
    yes.focus()
  })
}

/** An element of the sheets that stand above whatever page is open. */
export function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = words
  return made
}

export function button(words: string, className: string, tapped: () => void): HTMLButtonElement {
  const made = element('button', `consent__button ${className}`, words) as HTMLButtonElement
  made.type = 'button'
  made.onclick = tapped
  return made
}
