const kept = new Map<string, string>()

/** Stands in for the phone: as much of src/cloud/platform as building blocks use. Tests look at what was asked of it. */
export const platform = {
  read: (key: string): string | null => kept.get(key) ?? null,
  write: (key: string, value: string): void => void kept.set(key, value),
  forget: (key: string): void => void kept.delete(key),
  openMessageSettings: (): Promise<void> => Promise.resolve(),
  openPrivacyGuide: (): void => undefined,
  /** The real one hands over what answers WeChat; a test asks by calling it. */
  askPrivacy: (_answer: (said: 'agreed' | 'refused') => void): void => undefined,
  watchPrivacy(ask: (answer: (said: 'agreed' | 'refused') => void) => void): void { platform.askPrivacy = ask },
  cannotWork: (): string | null => null,
  openSheet: (): Promise<void> => Promise.resolve(),
  linkTo: (page: string): string | null => `https://here.example/#${page}`,
  webLink: (page: string): string | null => `https://here.example/h5/#${page}`,
  call: (): void => undefined,
  copy: (): Promise<void> => Promise.resolve(),
  showPhotos: (): void => undefined,
  choosePhotos: (): Promise<string[]> => Promise.resolve([]),
  watchOnline(hear: (online: boolean) => void): () => void {
    hear(true)
    return () => undefined
  },
}
