import { EventEmitter } from 'node:events'
import type { MessageTemplate } from '../deployment/message-templates'
import type { Sql, SqlRow } from '../database/sql'

/** A subscription message as a phone would have got it. */
export interface SentMessage {
  id: number
  openid: string
  personId: string
  templateId: string
  title: string
  /** As it was sent: `{thing1: {value: '…'}}`. */
  data: Record<string, { value: string }>
  /** What a phone shows: the template's fields in order, with their labels. */
  fields: { name: string; label: string; value: string }[]
  page: string
  /** developer, trial or formal. */
  miniprogramState: string
  /** Milliseconds. */
  at: number
}

/** Credits that people gave, and messages that were sent with them. */
export class Messages {
  readonly #sql: Sql
  readonly #news = new EventEmitter().setMaxListeners(0)

  constructor(sql: Sql) {
    this.#sql = sql
    sql.exec(`
      CREATE TABLE IF NOT EXISTS credit (openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (openid, template));
      CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY AUTOINCREMENT, json TEXT NOT NULL);
    `)
  }

  /** Records what a person said to one template. Each acceptance is good for one message; they add up and do not expire. */
  answer(openid: string, templateId: string, answer: string, accepted: boolean): void {
    this.#sql.run('INSERT INTO credit VALUES (?, ?, ?, ?) ON CONFLICT (openid, template) DO UPDATE SET left = left + excluded.left, answer = excluded.answer',
      [openid, templateId, Number(accepted), answer])
  }

  /** Takes back what a person accepted of one template. */
  withdraw(openid: string, templateId: string): void {
    this.#sql.run("UPDATE credit SET left = 0, answer = 'reject' WHERE openid = ? AND template = ?", [openid, templateId])
  }

  /** @returns how many messages of a template a person may still be sent */
  credits(openid: string, templateId: string): number {
    return (this.#sql.get('SELECT left FROM credit WHERE openid = ? AND template = ?', [openid, templateId])?.['left'] as number | undefined) ?? 0
  }

  /** Takes a credit and keeps the message: both or neither. @returns undefined if no credit was left */
  send(message: Omit<SentMessage, 'id' | 'fields' | 'title'>, template: MessageTemplate): SentMessage | undefined {
    const fields = [...template.fields].map(([name, label]) => ({ name, label, value: String(message.data[name]?.value) }))
    const whole = { ...message, title: template.title, fields }
    const id = this.#sql.transaction(() => {
      const taken = this.#sql.run('UPDATE credit SET left = left - 1 WHERE openid = ? AND template = ? AND left > 0', [message.openid, message.templateId])
      return taken === 1 ? this.#sql.insert('INSERT INTO message (json) VALUES (?)', [JSON.stringify(whole)]) : undefined
    })
    if (id === undefined) return undefined
    const sent: SentMessage = { id, ...whole }
    this.#news.emit('sent', sent)
    return sent
  }

  #message(row: SqlRow): SentMessage {
    return { id: row['id'] as number, ...JSON.parse(row['json'] as string) as Omit<SentMessage, 'id'> }
  }

  /** @returns the latest messages, newest first */
  latest(limit: number): SentMessage[] {
    return this.#sql.all('SELECT id, json FROM message ORDER BY id DESC LIMIT ?', [limit]).map((row) => this.#message(row))
  }

  /** @returns every message after one, or the first so many of them, oldest first */
  after(id: number, limit = -1): SentMessage[] {
    return this.#sql.all('SELECT id, json FROM message WHERE id > ? ORDER BY id LIMIT ?', [id, limit]).map((row) => this.#message(row))
  }

  /** @returns stops listening */
  onSent(listener: (message: SentMessage) => void): () => void {
    this.#news.on('sent', listener)
    return () => { this.#news.off('sent', listener) }
  }
}
