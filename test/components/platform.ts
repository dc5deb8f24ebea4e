/** Stands in for the phone: as much of src/cloud/platform as building blocks use. Tests look at what was asked of it. */
export const platform = {
  cannotWork: (): string | null => null,
  call: (): void => undefined,
  copy: (): Promise<void> => Promise.resolve(),
  showPhotos: (): void => undefined,
  choosePhotos: (): Promise<string[]> => Promise.resolve([]),
  watchOnline(hear: (online: boolean) => void): () => void {
    hear(true)
    return () => undefined
  },
}
