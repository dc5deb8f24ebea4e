const HOUR = 3600_000

/** How long whoever settled, offered or rejected may take it back [spec: case, commands, "undo"; screens, "Ten seconds to undo"]. ms */
export const UNDO_WINDOW = 10_000

/** A promise that everybody gets an answer is for tonight, at most for tomorrow's evening: 36 h from any hour reach it. ms */
export const LATEST_PROMISE = 36 * HOUR
