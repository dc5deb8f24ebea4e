import { dispatchEvent, listenersFor } from './dispatch-event'
import type { Realm } from './realm'
import { inputValue, isInput } from './page-words'
import type { TaroListeners } from './taro-listeners'
import type { ElementNode } from './tree'
import { attribute, downwards, flag, idOf, isDisabled, upwards } from './tree'

/** WeChat's own default. */
const usualLength = 140

/** What the page itself must do when a button asks for it. */
export interface PageDuties {
  share(button: ElementNode): void
  /** The button with this id was tapped: only then may the app say that the person agreed. */
  agreePrivacy(buttonId: string): void
}

/** A person's hands: they tap, type and choose, and WeChat's own elements do what they do on a phone. */
export class Fingers {
  /** What was typed, by element id. */
  readonly typed = new Map<string, string>()
  private readonly checked = new Map<string, boolean>()
  private focused: ElementNode | null = null
  /** True while the handlers of a tap run: some APIs insist on it. */
  tapping = false

  constructor(private readonly realm: Realm, private readonly listeners: TaroListeners, private readonly duties: PageDuties) {}

  /** A new page starts with nothing in hand. */
  letGo(): void {
    this.focused = null
  }

  tap(node: ElementNode): void {
    const control = this.controlOf(node)
    // WeChat's own disabled elements swallow the tap.
    if (isDisabled(node)) return
    const heard = listenersFor(node, 'tap').some(({ node: here, binding }) => binding.handler !== 'eh' || this.listeners.listens(here, 'tap') !== false)
    if (!heard && !control && !isInput(node)) throw new Error(`nobody listens to a tap on <${node.tag}> or on anything around it`)
    this.blur(node)
    this.fire(node, 'touchstart', {})
    this.fire(node, 'touchend', {})
    this.tapping = true
    try {
      this.fire(node, 'tap', { x: 0, y: 0 })
    } finally {
      this.tapping = false
    }
    if (isInput(node)) this.focus(node)
    if (control) this.operate(control)
  }

  type(place: ElementNode, value: string): void {
    const input = isInput(place) ? place : [...downwards(place)].find(isInput)
    if (!input) throw new Error(`<${place.tag}> is no input and holds none`)
    if (flag(input, 'disabled')) throw new Error('this input is disabled')
    const hears = ['input', 'blur', 'confirm', 'change'].some((event) => this.hears(input, event))
    if (!hears && !attribute(input, 'name')) throw new Error(`nobody listens to what is typed into <${input.tag}>`)
    if (this.focused && idOf(this.focused) !== idOf(input)) this.blur(input)
    this.focus(input)
    const most = Number(attribute(input, 'maxlength') ?? usualLength)
    const kept = most < 0 ? value : value.slice(0, most)
    this.typed.set(idOf(input), kept)
    this.fire(input, 'input', { value: kept, cursor: kept.length, keyCode: kept.charCodeAt(kept.length - 1) || 0 })
  }

  /** What a picker, switch, slider or the like reports by itself. */
  change(node: ElementNode, detail: unknown): void {
    if (flag(node, 'disabled')) throw new Error(`this <${node.tag}> is disabled`)
    if (!this.hears(node, 'change')) throw new Error(`nobody listens to a change of <${node.tag}>`)
    this.fire(node, 'change', detail)
  }

  /** Any event by name. */
  fire(node: ElementNode, type: string, detail: unknown): void {
    dispatchEvent(this.realm, node, type.toLowerCase(), detail)
  }

  hears(node: ElementNode, type: string): boolean {
    return listenersFor(node, type).some(({ node: here, binding }) => binding.handler !== 'eh' || this.listeners.listens(here, type) !== false)
  }

  private focus(input: ElementNode): void {
    if (this.focused && idOf(this.focused) === idOf(input)) return
    this.focused = input
    this.fire(input, 'focus', { value: inputValue(input, this.typed), height: 0 })
  }

  private blur(next: ElementNode): void {
    const input = this.focused
    if (!input || idOf(input) === idOf(next)) return
    this.focused = null
    this.fire(input, 'blur', { value: inputValue(input, this.typed), cursor: 0 })
  }

  /** The element of WeChat's own that a tap here sets in motion. */
  private controlOf(node: ElementNode): ElementNode | null {
    for (const above of upwards(node)) {
      if (['checkbox', 'radio', 'switch'].includes(above.tag)) return above
      if (above.tag === 'button' && (attribute(above, 'form-type') || attribute(above, 'open-type'))) return above
      if (above.tag === 'label') {
        const inner = [...downwards(above)].find(({ tag }) => ['checkbox', 'radio', 'switch'].includes(tag))
        if (inner) return inner
      }
    }
    return null
  }

  private operate(control: ElementNode): void {
    if (flag(control, 'disabled')) return
    const around = (tag: string): ElementNode | undefined => [...upwards(control)].find((above) => above.tag === tag)
    if (control.tag === 'switch') {
      this.checked.set(idOf(control), !this.isChecked(control))
      this.fire(control, 'change', { value: this.isChecked(control) })
    } else if (control.tag === 'radio') {
      const group = around('radio-group')
      for (const other of group ? downwards(group) : []) if (other.tag === 'radio') this.checked.set(idOf(other), other === control)
      if (group) this.fire(group, 'change', { value: String(control.attrs['value'] ?? '') })
    } else if (control.tag === 'checkbox') {
      this.checked.set(idOf(control), !this.isChecked(control))
      const group = around('checkbox-group')
      if (group) this.fire(group, 'change', { value: this.checkedIn(group) })
    } else if (attribute(control, 'open-type') === 'share') {
      this.duties.share(control)
    } else if (attribute(control, 'open-type') === 'agreePrivacyAuthorization') {
      this.duties.agreePrivacy(idOf(control))
      this.fire(control, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
    } else {
      const form = around('form')
      const kind = attribute(control, 'form-type')
      if (form && (kind === 'submit' || kind === 'reset')) this.fire(form, kind, { value: this.formValues(form), target: {} })
    }
  }

  private isChecked(control: ElementNode): boolean {
    return this.checked.get(idOf(control)) ?? flag(control, 'checked')
  }

  private checkedIn(group: ElementNode): string[] {
    return [...downwards(group)].filter((inner) => inner.tag === 'checkbox' && this.isChecked(inner)).map((inner) => String(inner.attrs['value'] ?? ''))
  }

  private formValues(form: ElementNode): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    for (const node of downwards(form)) {
      const name = attribute(node, 'name')
      if (typeof name !== 'string' || name === '') continue
      if (isInput(node)) values[name] = inputValue(node, this.typed)
      else if (node.tag === 'switch') values[name] = this.isChecked(node)
      else if (node.tag === 'checkbox-group') values[name] = this.checkedIn(node)
      else if (node.tag === 'radio-group') values[name] = String([...downwards(node)].find((inner) => inner.tag === 'radio' && this.isChecked(inner))?.attrs['value'] ?? '')
      else values[name] = node.attrs['value'] ?? ''
    }
    return values
  }
}
