import { wordsOf } from '../field-words.ts'
import type { FieldBox, FormFacts, PageText } from '../form-field.ts'
import { subjectIn } from './clues.ts'

/** The farthest that a label may be from its box, in points. */
const REACH = { beside: 140, above: 16, below: 12, tick: 24 } as const

const overlaps = (a: number, aLength: number, b: number, bLength: number) => Math.min(a + aLength, b + bLength) - Math.max(a, b)

/** The printed words in, beside, above or below a box that most likely name it; empty when none are near. */
export function labelOf(box: FieldBox, form: FormFacts, tick: boolean): string {
  const texts = box.page === null ? [] : (form.pages[box.page - 1]?.texts ?? [])
  const ranked = texts.flatMap(text => {
    const distance = tick ? besideTick(box, text) : distanceOf(box, text)
    return distance === null ? [] : [{ text: text.text, distance }]
  })
  return ranked.sort((a, b) => a.distance - b.distance)[0]?.text ?? ''
}

function distanceOf(box: FieldBox, text: PageText): number | null {
  const sameLine = overlaps(box.y, box.height, text.y, text.height) > text.height * 0.4
  const under = overlaps(box.x, box.width, text.x, text.width) > 0
  if (sameLine && under) return 0
  const before = box.x - (text.x + text.width)
  if (sameLine && before > -4 && before < REACH.beside) return 1 + before
  const above = text.y - (box.y + box.height)
  // A text above that begins where the box begins is more likely its label than a text that only overlaps it.
  if (under && above > -4 && above < REACH.above) return 4 + above + Math.min(20, Math.abs(text.x - box.x) / 4)
  const below = box.y - (text.y + text.height)
  return under && below > -4 && below < REACH.below ? 30 + below : null
}

/** Distance of a text beside a box to tick. A text after the box counts as nearer, because most labels come after their box. */
function besideTick(box: FieldBox, text: PageText): number | null {
  if (overlaps(box.y, box.height, text.y, text.height) <= 0) return null
  const after = text.x - (box.x + box.width)
  if (after > -4 && after < REACH.tick) return Math.max(0, after)
  const before = box.x - (text.x + text.width)
  return before > -4 && before < REACH.tick ? 10 + before : null
}

/** The printed words that may be the question of a box to tick: those on its line and on the two lines above. */
export function questionNear(box: FieldBox, form: FormFacts): string {
  const texts = box.page === null ? [] : (form.pages[box.page - 1]?.texts ?? [])
  return texts
    .filter(text => text.y >= box.y - 6 && text.y <= box.y + 30 && text.x <= box.x + 20)
    .map(text => text.text)
    .join(' ')
}

/** The last heading above a box that names the subject of its part of the form; empty when there is none. */
export function headingAbove(box: FieldBox, form: FormFacts): string {
  if (box.page === null) return ''
  for (let page = box.page; page > 0; page--) {
    const above = (form.pages[page - 1]?.texts ?? []).filter(text => (page < (box.page ?? 0) || text.y > box.y) && isHeading(text.text))
    const nearest = above.sort((a, b) => a.y - b.y)[0]
    if (nearest) return nearest.text
  }
  return ''
}

function isHeading(text: string): boolean {
  const words = wordsOf(text)
  const short = words.split(' ').length <= 14
  const looks =
    /^(section|part|step|seccion|parte)\b|^\d+\b|\b(information|informacion|details)\b/.test(words) ||
    (text.length > 5 && text === text.toUpperCase())
  return short && looks && subjectIn(words) !== null
}
