import type { Kit, View } from './kit'

interface Platform {
  messages: { id: number; personId: string; title: string; fields: { label: string; value: string }[]; page: string; at: number }[]
  pushes: { at: number; event: { Event: string; [name: string]: unknown }; openid: string; functionName?: string; attempts: number; state: string; error?: string }[]
  waiting: { traceId: string; openid: string; mediaUrl: string }[]
  rules: { word: string; suggest: string; label: number }[]
  outside: { service: string; to: string; title: string; text: string; at: number }[] | null
}

/** Messages, pushes, verdicts. Runs in the page: it may use nothing from outside itself. */
export const wechatView = ({ el, ask, put, when, field, empty, trouble, live }: Kit): View => {
  const [messages, pushes, checks, rules, outside] = [el('div'), el('div'), el('div'), el('div'), el('div')]
  const word = el('input', { required: true }) as HTMLInputElement
  const suggest = el('select', {}, ...['risky', 'review', 'pass'].map((text) => el('option', {}, text))) as HTMLSelectElement
  const { place: wrong, attempt } = trouble()
  let known: Platform['rules'] = []
  const setRules = (list: Platform['rules'] | { word: string; suggest: string }[]): Promise<boolean> =>
    attempt(() => ask('wechat/moderation', 'PUT', { rules: list })).then(async (worked) => { await live.update(); return worked })
  const conclude = (traceId: string, verdict: object): void => { void attempt(() => ask(`wechat/media-checks/${traceId}`, 'POST', verdict)).then(live.update) }

  const show = (platform: Platform): void => {
    known = platform.rules
    put(messages, ...(platform.messages.length === 0 ? [empty('No message was sent yet.')] : platform.messages.map((message) => el('details', { 'data-key': `m${message.id}` },
      el('summary', { 'data-focus': `m${message.id}` }, el('span', { class: 'soft code' }, when(message.at).slice(5)), el('strong', {}, message.title), el('span', { class: 'grow' }, `to ${message.personId}`)),
      el('table', {}, el('tbody', {}, ...message.fields.map(({ label, value }) => el('tr', {}, el('th', {}, label), el('td', {}, value))), el('tr', {}, el('th', {}, 'opens'), el('td', { class: 'code' }, message.page || 'nothing'))))))))
    put(outside, ...(platform.outside === null ? [empty('They were not asked for.')] : platform.outside.length === 0 ? [empty('Nothing was handed to them yet.')] : platform.outside.map((one, place, all) => el('details', { 'data-key': `o${all.length - place}` },
      el('summary', { 'data-focus': `o${all.length - place}` }, el('span', { class: 'soft code' }, when(one.at).slice(5)), el('strong', {}, one.title === '' ? one.service : `${one.service}: ${one.title}`), el('span', { class: 'grow' }, `to ${one.to}`)), el('pre', {}, one.text)))))
    put(pushes, ...(platform.pushes.length === 0 ? [empty('No event was pushed yet.')] : platform.pushes.map((push, place) => el('details', { 'data-key': `${push.at} ${platform.pushes.length - place}` },
      el('summary', {}, el('span', { class: 'soft code' }, when(push.at).slice(5)), el('strong', {}, push.event.Event), el('span', { class: 'grow' }, push.functionName === undefined ? 'to no function' : `to ${push.functionName}`),
        el('span', { class: `tag${push.state === 'failed' ? ' bad' : ''}` }, push.attempts > 1 ? `${push.state}, ${push.attempts} attempts` : push.state)),
      push.error === undefined ? null : el('p', { class: 'wrong' }, push.error), el('pre', {}, JSON.stringify(push.event, null, 2))))))
    put(checks, ...(platform.waiting.length === 0 ? [empty('No picture waits for its verdict.')] : platform.waiting.map(({ traceId, openid, mediaUrl }) => el('div', { class: 'row gap' },
      el('span', { class: 'wide small' }, `of ${openid}: `, el('span', { class: 'code' }, mediaUrl.split('?')[0])),
      ...['pass', 'review', 'risky'].map((text) => el('button', { 'data-focus': `${traceId} ${text}`, click: () => conclude(traceId, { suggest: text }) }, text))))))
    put(rules, ...(known.length === 0 ? [empty('Everything passes.')] : known.map((rule) => el('div', { class: 'row gap' },
      el('span', { class: 'wide' }, rule.word, ' ', el('span', { class: 'tag' }, `${rule.suggest} ${rule.label}`)),
      el('button', { 'data-focus': rule.word, click: () => { void setRules(known.filter((other) => other.word !== rule.word)) } }, 'Remove')))))
  }

  document.getElementById('wechat')?.append(
    el('div', { class: 'card' }, el('h2', {}, 'Subscription messages'), messages),
    el('div', { class: 'card' }, el('h2', {}, 'Services outside: group robots, mail, text messages'), outside),
    el('div', { class: 'card' }, el('h2', {}, 'Events pushed to functions'), pushes),
    el('div', { class: 'card' }, el('h2', {}, 'Moderation'), el('p', { class: 'soft small' }, 'Text, or the address of a picture, in which a word occurs gets its verdict.'), rules,
      el('form', { class: 'row gap', submit: (event) => {
        event.preventDefault()
        void setRules([...known, { word: word.value, suggest: suggest.value }]).then((worked) => { if (worked) word.value = '' })
      } }, field('Word', word, true), field('Verdict', suggest), el('button', {}, 'Add')), wrong, el('h3', { class: 'gap' }, 'Pictures being looked at'), checks))

  return { refresh: async () => show(await ask<Platform>('inspect/wechat')) }
}
