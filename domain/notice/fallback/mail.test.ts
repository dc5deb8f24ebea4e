import fc from 'fast-check'
import { codeMail, mailFor } from './mail'
import type { Told } from './told'

const NOW = Date.UTC(2026, 10, 22, 4)
const one = (more: Partial<Told> = {}): Told & { at: number } => ({ cases: ['n'], goods: '草莓', groupBuy: '果蔬团', dueAt: null, nudge: false, urgent: false, hazard: false, wechatDidNot: true, title: '供货商有不同意见', body: '草莓，请您来定', at: NOW - 60_000, ...more })

it('one mail says how many there are and lists them, dangers first', () => {
  const mail = mailFor([one(), one({ title: '有安全问题', hazard: true, urgent: true })], NOW)
  expect(mail.subject).toBe('【安全】团后：2 条消息没能发到您的微信')
  expect(mail.text.indexOf('有安全问题')).toBeLessThan(mail.text.indexOf('供货商有不同意见'))
  expect(mail.text).toContain('今天上午11点59分')
  expect(mail.text).toMatch(/不想再收到：在小程序的「还发到哪里」/)
})

it('that WeChat did not bring it is said of nothing else', () => {
  const off = one({ wechatDidNot: false })
  expect(mailFor([off], NOW).subject).toBe('团后：1 条消息')
  expect(mailFor([off, one(), off], NOW).subject).toBe('团后：3 条消息，其中 1 条没能发到您的微信')
})

it('more than fifty are counted, none is lost from the number', () => {
  const { subject, text } = mailFor(Array.from({ length: 73 }, () => one()), NOW)
  expect(subject).toContain('73 条')
  expect(text.match(/供货商有不同意见/g)).toHaveLength(50)
  expect(text).toContain('还有 23 条')
})

it('whatever somebody wrote, no header and no tag comes of it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }), (title, body) => {
    const mail = mailFor([one({ title: `${title}\r\nBcc: a@b.c`, body: `<img src=x onerror="alert(1)">${body}` })], NOW)
    expect(mail.subject).toBe('团后：1 条消息没能发到您的微信')
    const tags = [...mail.html.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag)
    expect(new Set(tags)).toEqual(new Set(['ul', 'li', 'b', 'br', 'small', 'p']))
    expect(mail.html).not.toMatch(/=["']/)
  }))
})

it('the code stands in the subject, so that it is read without opening', () => {
  expect(codeMail('012345', 10)).toMatchObject({ subject: '团后：验证码 012345' })
})
