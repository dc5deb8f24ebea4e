import type { Filmed, Playback, Recording } from '../../src/cloud/platformType'

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
  canBeTold: (): boolean => true,
  openSheet: (): Promise<void> => Promise.resolve(),
  linkTo: (page: string): string | null => `https://here.example/#${page}`,
  webLink: (page: string): string | null => `https://here.example/h5/#${page}`,
  call: (): void => undefined,
  copy: (): Promise<void> => Promise.resolve(),
  showPhotos: (): void => undefined,
  choosePhotos: (): Promise<string[]> => Promise.resolve([]),
  chooseVideo: (_longest: number): Promise<Filmed | null> => Promise.resolve(null),
  showVideo: (_src: string): Promise<void> => Promise.resolve(),
  keepFile: (path: string): Promise<string> => Promise.resolve(`kept${path}`),
  shrinkPhoto: (path: string): Promise<string> => Promise.resolve(path),
  openKeptFile: (name: string): Promise<string | null> => Promise.resolve(name.replace(/^kept/, '')),
  forgetFile: (): Promise<void> => Promise.resolve(),
  uploadFile: (_path: string, cloudPath: string): Promise<string> => Promise.resolve(`cloud://env.bucket/${cloudPath}`),
  callFunction: (): Promise<unknown> => Promise.reject(new Error('no cloud here')),
  canRecord: (): boolean => true,
  record: (): Promise<Recording> => Promise.reject(new Error('no microphone here')),
  openMicrophoneSettings: (): Promise<void> => Promise.resolve(),
  play: (_src: string, _hear: (what: Playback) => void): (() => void) => () => undefined,
  watchOnline(hear: (online: boolean) => void): () => void {
    hear(true)
    return () => undefined
  },
}
