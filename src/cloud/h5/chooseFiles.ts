/** Opens the browser's own file choice. @returns nothing when the person closes it. */
export function chooseFiles(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    input.style.display = 'none'
    const done = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.onchange = () => done([...(input.files ?? [])])
    input.oncancel = () => done([])
    // In the page rather than loose, so that every browser (and whoever looks for it) finds it.
    document.body.appendChild(input)
    input.click()
  })
}
