/** What a spreadsheet takes for a formula where a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/** One cell: never a formula, and quoted where it has to be. */
function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

/** Lines of a CSV (RFC 4180). */
export const csvLines = (rows: readonly (readonly string[])[]): string => rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')

/** What a CSV begins with, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\uFEFF'

/** Headers of a CSV that is saved, not shown. */
export const csvHeaders = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})
