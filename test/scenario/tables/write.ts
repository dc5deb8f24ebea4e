import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { permissionsDocument } from './permissionTable'

/** Writes the tables into docs/. */
writeFileSync(path.join(process.cwd(), 'docs/permissions.md'), permissionsDocument())
