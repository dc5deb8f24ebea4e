/** Waits for some milliseconds, or until nobody waits for the answer any more. */
export const wait = (ms: number, gone: Promise<void>): Promise<void> => new Promise((resolve) => {
  const timer = setTimeout(resolve, ms)
  void gone.then(() => {
    clearTimeout(timer)
    resolve()
  })
})
