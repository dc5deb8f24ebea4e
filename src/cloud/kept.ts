import { platform } from './platform'

/** Reads what this person's phone kept. What cannot be read any more counts as nothing kept. */
export function readKept<T>(key: string): T | null {
  const text = platform.read(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch (trouble) {
    console.warn(`what was kept as ${key} cannot be read`, trouble)
    platform.forget(key)
    return null
  }
}

/** Keeps something on this person's phone. A full phone must not stop what the person is doing. */
export function writeKept<T>(key: string, value: T): void {
  try {
    platform.write(key, JSON.stringify(value))
  } catch (trouble) {
    console.warn(`${key} could not be kept`, trouble)
  }
}

export function forgetKept(key: string): void {
  platform.forget(key)
}
