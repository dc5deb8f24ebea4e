import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fieldsDocument } from './fieldTable'
import { messagesDocument } from './messageTable'
import { permissionsDocument } from './permissionTable'

/** Writes the tables into docs/. */
writeFileSync(path.join(process.cwd(), 'docs/permissions.md'), permissionsDocument())
writeFileSync(path.join(process.cwd(), 'docs/fields.md'), fieldsDocument())
writeFileSync(path.join(process.cwd(), 'docs/messages.md'), messagesDocument())
