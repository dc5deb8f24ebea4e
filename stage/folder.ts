import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * The files of a built folder by the name they are asked for. Only what a listing of the folder showed can be had, so no name, however
 * it is written, leads anywhere else; links are not followed.
 */
export class Folder {
  private files = new Map<string, string>()

  constructor(private readonly directory: string) {}

  /** @param name with `/` between its parts @returns the file's path; listed anew when not known, because a build may have made it just now */
  find(name: string): string | undefined {
    if (!this.files.has(name)) this.files = new Map(list(this.directory, ''))
    return this.files.get(name)
  }
}

function list(directory: string, prefix: string): [string, string][] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const full = path.join(directory, entry.name)
    if (entry.isDirectory()) return list(full, `${prefix}${entry.name}/`)
    return entry.isFile() ? [[prefix + entry.name, full]] : []
  })
}
