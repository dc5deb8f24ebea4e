/** How long the code that was sent to an address may be typed in. ms */
export const CODE_LIVES = 10 * 60_000
/** Guesses at one code: five in a million. */
export const MOST_GUESSES = 5
/** Codes that somebody may ask for in a day, and that go to one address in a day, whoever asks. */
export const CODES_A_DAY = 5
/** Before another is sent. ms */
export const CODE_GAP = 60_000
