import type { Input } from '../../domain/contract/calls'

/** What a person said to one template's question, in WeChat's words. */
export type ConsentAnswers = Input<'recordConsent'>['answers']

export interface AskedMessages {
  answers: ConsentAnswers
  /** Messages are switched off as a whole: no question was shown, only the settings can change that. */
  switchedOff: boolean
}

/** What a person said to the privacy guide. */
export type PrivacyAnswer = 'agreed' | 'refused'

/** A file somebody chose, as the platform names it. */
export interface ChosenFile {
  path: string
  name: string
  /** Bytes. */
  size: number
}

/** Something that was just recorded. */
export interface Recorded {
  path: string
  /** What kind of file it is; both play on every phone. */
  ending: '.mp3' | '.wav'
  /** As the phone counts; the cloud counts again. */
  ms: number
  /** Ended by a call, or because the person left: what was said before is there. */
  interrupted: boolean
}

/** A film that was just taken or chosen. */
export interface Filmed {
  path: string
  /** What kind of file it is: what phones' cameras write. */
  ending: '.mp4' | '.mov'
  /** As the phone says; null where it does not. The cloud measures. */
  ms: number | null
  bytes: number
}

/** A recording that is running. */
export interface Recording {
  stop(): void
  /** Resolves when it has come to its end, however. Rejects with `CallFailed` when nothing came of it. */
  ended: Promise<Recorded>
}

/** The person (or the phone) does not let the microphone be used: the code of the `CallFailed` that says so. */
export const MICROPHONE_REFUSED = 'MICROPHONE_REFUSED'

/** What becomes of something that is to be heard. */
export type Playback = 'playing' | 'ended' | 'failed'
/** As much of a 2D canvas as both platforms have. */
export type Brush = Pick<CanvasRenderingContext2D, 'fillStyle' | 'font' | 'textBaseline' | 'fillRect' | 'fillText' | 'measureText'>

/** Everything that WeChat and a browser do differently, one file for each behind this. Nothing else in src asks which platform it is on. */
export interface Platform {
  /** Called once when the app starts. */
  start(): void
  /** Where this cannot work at all (a browser page that does not say who opened it): what to tell the person. */
  cannotWork(): string | null
  /** @returns what the function answered, unjudged. Rejects when the cloud could not be reached or the function failed. */
  callFunction(name: string, event: object): Promise<unknown>
  /** @returns the cloud:// id of the stored file. `onProgress` hears 0–100. */
  uploadFile(localPath: string, cloudPath: string, onProgress: (percent: number) => void): Promise<string>
  /** Whether messages can reach who uses this: nobody writes to a browser that nobody signed in to. */
  canBeTold(): boolean
  /** Asks to allow messages. To be called straight from a tap: WeChat refuses when anything asynchronous came before. */
  askMessages(templateIds: string[]): Promise<AskedMessages>
  /** Where messages that are switched off as a whole can be switched on; resolves when the person is back. */
  openMessageSettings(): Promise<void>
  /** The id that the button agreeing to the privacy guide must have. */
  privacyButton: string
  /** Hears when the platform wants the privacy guide agreed to before a photo or file; what needs it waits for the answer. */
  watchPrivacy(hear: (answer: (said: PrivacyAnswer) => void) => void): void
  openPrivacyGuide(): void
  /** @returns local paths, meant to be at most `count` (a browser cannot hold anybody to it); none when the person thought better of it. Throws `CallFailed` when the privacy guide was refused. */
  choosePhotos(count: number): Promise<string[]>
  /** @returns the picture as a JPEG of at most 1600 px, upright, without metadata. Rejects when it is no picture. */
  shrinkPhoto(path: string): Promise<string>
  /**
   * @param longest ms that the camera takes at most; a film out of the album may be longer
   * @returns null when the person thought better of it. Throws `CallFailed` when the privacy guide was refused, or this is no kind of film that phones play.
   */
  chooseVideo(longest: number): Promise<Filmed | null>
  /** Shows a film, a link or a path on this phone, full-screen. Rejects when it cannot be played. */
  showVideo(src: string): Promise<void>
  /** Keeps a file for the next launch. `ending`: what it is, as `.jpg`. @returns the name it is kept by. Rejects when there is no room. */
  keepFile(path: string, ending: string): Promise<string>
  /** @returns a path that works in this launch, or null when nothing is kept by that name any more */
  openKeptFile(name: string): Promise<string | null>
  forgetFile(name: string): Promise<void>
  /** Whether there is anything to record with. */
  canRecord(): boolean
  /** Begins to record, once everybody who has to has allowed it; it ends by itself after `longest` ms. Rejects with `CallFailed`. */
  record(longest: number): Promise<Recording>
  /** Where a refused microphone can be allowed; resolves when the person is back. Null where only the person finds the way. */
  openMicrophoneSettings: (() => Promise<void>) | null
  /** Plays a sound, and nothing else that this played before. `hear` is told what becomes of it. @returns stop playing */
  play(src: string, hear: (what: Playback) => void): () => void
  /** @returns a spreadsheet, or null when none was chosen. */
  chooseSpreadsheet(): Promise<ChosenFile | null>
  /** Brings a spreadsheet to the person: a browser saves it, a phone shows it and can send it on. Rejects when it did not come. */
  openSheet(url: string, fileName: string): Promise<void>
  call(phoneNumber: string): void
  copy(words: string): Promise<void>
  /**
   * Draws a picture by hand. `paint` gets a brush whose canvas is `width` × `height` px.
   * @returns a local path of it as PNG. Rejects where this phone cannot draw.
   */
  drawPicture(width: number, height: number, paint: (brush: Brush) => void): Promise<string>
  /** Puts a picture into the phone's album, in a browser into its downloads. Throws `CallFailed` when that was refused. */
  savePicture(path: string): Promise<void>
  /** Shows photos full-screen. */
  showPhotos(links: string[], current: string): void
  /**
   * A page's address to be sent to somebody else. Null in WeChat, where cards are shared instead of addresses.
   */
  linkTo(page: string): string | null
  /** A page's address for any browser, whoever opens it. Null where the deployment has not said where its browser build is. */
  webLink(page: string): string | null
  read(key: string): string | null
  write(key: string, value: string): void
  forget(key: string): void
  /** Hears whether there is a network, now and on every change. @returns stop listening */
  watchOnline(hear: (online: boolean) => void): () => void
}
