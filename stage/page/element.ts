/** Finds what the page is made with; its absence is a mistake in index.html. */
export function find<E extends Element>(within: ParentNode, selector: string, kind: new () => E): E {
  const found = within.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`the stage has no ${selector}`)
  return found
}

/** An element with text in it; never markup, so that nothing anybody wrote can become part of the page. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.textContent = text
  if (className !== '') made.className = className
  return made
}
