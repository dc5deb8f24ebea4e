import { door } from '../lib/door'
import { deductionSheet } from './deductionSheet'
import { refundSheetFile } from './refundSheetFile'

/**
 * Spreadsheets to take along; a function of its own, so that the library that writes them stays out of everybody else's cold start. Another sheet
 * is a plan in domain/sheets, a file here that loads what it needs, and its name in `functionOf`.
 */
export const main = door({ deductionSheet, refundSheetFile })
