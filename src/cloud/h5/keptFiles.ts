import { personName } from './person'

/**
 * Photos and recordings that must outlive the page. The browser's own Cache Storage holds blobs by name and needs no library;
 * frames of one origin share it, so each name carries whose it is.
 */
const SHELF = 'tuanhou-photos'
const address = (name: string) => `/kept/${personName ?? ''}/${name}`

export async function keepBlob(localPath: string, name: string): Promise<void> {
  const blob = await (await fetch(localPath)).blob()
  await (await caches.open(SHELF)).put(address(name), new Response(blob))
}

/** @returns an address that works until this page is closed, or null when nothing is kept by that name */
export async function openBlob(name: string): Promise<string | null> {
  const found = await (await caches.open(SHELF)).match(address(name))
  return found ? URL.createObjectURL(await found.blob()) : null
}

export async function forgetBlob(name: string): Promise<void> {
  await (await caches.open(SHELF)).delete(address(name))
}
