import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from './openHouse'
import { messagesDocument } from './tables/messageTable'

test('the written table of messages is what domain/notice says; `npm run permissions` writes it anew', async () => {
  expect(await readFile(path.join(ROOT, 'docs/messages.md'), 'utf8')).toBe(messagesDocument())
})
