/** Route of the page with the form of a section, and the form's id. */
export const SECTION_ROUTE = 'routes/work.cases.$number.prepare.$section'
export const SECTION_FORM = 'section'

const GO = 'go:'

/** Intent of a button that saves the form and leads to another page of the case. */
export const goIntent = (path: string): string => `${GO}${path}`

/** Address of the page that an intent leads to; `null` if it is not a page of this case. */
export function findGoal(intent: string, casePath: string): string | null {
  const path = intent.startsWith(GO) ? intent.slice(GO.length) : ''
  const [before, ...pages] = path.split(casePath)
  return before === '' && pages.length === 1 && /^(?:\/[a-z]+(?:-[a-z]+)*){0,2}$/.test(pages[0] ?? '') ? path : null
}
