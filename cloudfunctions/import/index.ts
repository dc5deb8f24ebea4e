import { door } from '../lib/door'
import { confirmImport } from './confirmImport'
import { previewImport } from './previewImport'

/** Reads order exports; a function of its own, so that the spreadsheet library stays out of everybody else's cold start. */
export const main = door({ previewImport, confirmImport })
