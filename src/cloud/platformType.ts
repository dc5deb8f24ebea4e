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
  /** Asks to allow messages. To be called straight from a tap: WeChat refuses when anything asynchronous came before. */
  askMessages(templateIds: string[]): Promise<AskedMessages>
  /** Where messages that are switched off as a whole can be switched on; resolves when the person is back. */
  openMessageSettings(): Promise<void>
  /** The id that the button agreeing to the privacy guide must have. */
  privacyButton: string
  /** Hears when the platform wants the privacy guide agreed to before a photo or file; what needs it waits for the answer. */
  watchPrivacy(hear: (answer: (said: PrivacyAnswer) => void) => void): void
  openPrivacyGuide(): void
  /** @returns local paths, at most `count`; none when the person thought better of it. Throws `CallFailed` when the privacy guide was refused. */
  choosePhotos(count: number): Promise<string[]>
  /** @returns the picture as a JPEG of at most 1600 px, upright, without metadata. Rejects when it is no picture. */
  shrinkPhoto(path: string): Promise<string>
  /** Keeps a picture for the next launch. @returns the name it is kept by. Rejects when there is no room. */
  keepPhoto(path: string): Promise<string>
  /** @returns a path that works in this launch, or null when nothing is kept by that name any more */
  openKeptPhoto(name: string): Promise<string | null>
  forgetPhoto(name: string): Promise<void>
  /** @returns a spreadsheet, or null when none was chosen. */
  chooseSpreadsheet(): Promise<ChosenFile | null>
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
  read(key: string): string | null
  write(key: string, value: string): void
  forget(key: string): void
  /** Hears whether there is a network, now and on every change. @returns stop listening */
  watchOnline(hear: (online: boolean) => void): () => void
}
