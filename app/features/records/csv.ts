/** A beginning that makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell, quoted if it has to be, and never a formula. */
function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

/** Lines of a CSV (RFC 4180). */
export const csvLines = (rows: readonly (readonly string[])[]): string => rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')

/** The byte order mark at the beginning of a CSV, which makes spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF'

/** Headers that make a browser save the CSV instead of showing it. */
export const csvHeaders = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})
