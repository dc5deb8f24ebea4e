import { spoken } from '../../clock/shanghai'
import type { Told } from './told'

/** A mail, before it has a sender and an address. */
export interface Mail {
  subject: string
  text: string
  html: string
}

/** More than one evening brings; the rest is counted. */
const MOST_LISTED = 50
const ENDS = '在微信里打开小程序「团后」就能处理。不想再收到：在小程序的「还发到哪里」去掉这个邮箱。'

/** One mail for all of these, the number in its subject: of messages, several may be of one case. What is listed says no more than a supplier may read. */
export function mailFor(told: readonly (Told & { at: number })[], now: number): Mail {
  const listed = [...told].sort((a, b) => Number(b.hazard) - Number(a.hazard) || Number(b.urgent) - Number(a.urgent) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.at - b.at).slice(0, MOST_LISTED)
  const hazards = told.filter(t => t.hazard).length
  const left = told.length - listed.length
  const entries = listed.map(t => ({ title: oneLine(t.title), body: oneLine(t.body), when: spoken(t.at, now) }))
  const more = left === 0 ? [] : [`还有 ${left} 条，请到小程序里看。`]
  const subject = `${hazards > 0 ? '【安全】' : ''}团后：${told.length} 条消息${whyHere(told)}`
  return {
    subject,
    text: [...entries.map(({ title, body, when }) => `${title}\n${body === '' ? '' : `${body}\n`}${when}`), ...more, ENDS].join('\n\n'),
    html: `<ul>${entries.map(({ title, body, when }) => `<li><b>${escaped(title)}</b><br>${body === '' ? '' : `${escaped(body)}<br>`}<small>${escaped(when)}</small></li>`).join('')}</ul>${more.map(m => `<p>${escaped(m)}</p>`).join('')}<p>${escaped(ENDS)}</p>`,
  }
}

/** The mail with the code that shows that an address is somebody's. */
export function codeMail(code: string, minutes: number): Mail {
  const text = `您的验证码是 ${code}，${minutes} 分钟内有效。填到小程序「团后」里，发不到微信的消息就会发到这个邮箱。\n\n不是您要的就不用管，什么都不会发生。`
  return { subject: `团后：验证码 ${code}`, text, html: text.split('\n\n').map(p => `<p>${escaped(p)}</p>`).join('') }
}

/** Why they come by mail, where that is true: what somebody does not want by WeChat was not tried there. */
function whyHere(told: readonly Told[]): string {
  const failed = told.filter(t => t.wechatDidNot).length
  return failed === 0 ? '' : failed === told.length ? '没能发到您的微信' : `，其中 ${failed} 条没能发到您的微信`
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
