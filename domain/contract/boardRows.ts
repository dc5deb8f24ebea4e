/** How many cases of a list the board shows at first, and how many more with each tap: they fit one look (our own). */
export const BOARD_ROWS = 30
/** Nobody reads on from here; what is done makes room (our own). */
export const BOARD_ROWS_AT_MOST = 300
