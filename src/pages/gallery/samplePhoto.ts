/** A drawn photo of a box of strawberries, for pages that ask no cloud. `rotten`: how many of the twelve. */
export function samplePhoto(rotten: number): string {
  const berries = Array.from({ length: 12 }, (_, i) => {
    const [x, y] = [50 + (i % 4) * 100, 50 + Math.floor(i / 4) * 100]
    const bad = (i * 5) % 12 < rotten
    return `<path d="M${x - 38} ${y - 18}q38-26 76 0q4 44-38 64q-42-20-38-64z" fill="${bad ? '#6d3b2c' : '#d8342f'}"/><path d="M${x - 22} ${y - 26}h44l-22 18z" fill="#3f8f45"/>`
  }).join('')
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#f3e6d3"/>${berries}</svg>`)}`
}
