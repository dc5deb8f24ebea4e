/** How long the browser may take to begin saving. ms */
const PATIENCE = 60_000

/** Has the browser save what a link leads to, under a name of ours. Rejects when it did not come. */
export async function saveFile(url: string, fileName: string): Promise<void> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`a file answered ${response.status}`)
  // By way of a blob: a browser takes the name from us only for what is this page's own.
  const blob = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = blob
  link.download = fileName
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(blob), PATIENCE)
}
