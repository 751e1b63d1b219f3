import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { RECENT, sentences } from '../check-walk.ts'
import type { Walker } from './walker.ts'

const en = sentences('en')
const es = sentences('es')

const link = (words: string) => ({ selector: 'a', words })
const button = (words: string) => ({ selector: 'button', words })
const choice = (name: string, value: string) => ({ selector: `label:has(input[name="${name}"][value="${value}"])` })

const STORY = 'I cleaned homes. They took my pay.'
const MORE = ' They kept my passport.'
const story = `document.querySelector('#circumstances').value`
const focus = `document.activeElement?.id || document.activeElement?.getAttribute('role')`

/** The questions of the check, each with what answers it. */
const CHECK: Readonly<Record<string, (person: Walker) => Promise<void>>> = {
  kinds: person => person.press(choice('kinds', 'labor')),
  place: person => person.press(choice('place', 'california')),
  dates: async person => {
    await person.fill('#start-year', RECENT.start)
    await person.fill('#end-year', RECENT.end)
  },
  hours: person => person.fill('#hours-low', '60'),
  proof: person => person.press(choice('evidence', 'medical_records')),
  'loss-proof': person => person.press(choice('incomeEvidence', 'applicant_decl')),
  pauses: person => person.press({ selector: 'label', words: en('check:pauses.none') }),
}

const question = (id: string, say = en) => [`/claim/q/${id}`, say(`claim:questions.${id}.title`)] as const

/** Where the walk is: the app, the page that the exit leads to, and a folder for pictures, if any are wanted. */
export interface Around {
  readonly app: string
  readonly exit: string
  readonly pictures: string | undefined
}

/** A step of the walk. */
type Step = (person: Walker, around: Around) => Promise<void>

/** Takes a picture of the window, if any are wanted. */
export async function takePicture(person: Walker, { pictures }: Around, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  writeFileSync(path.join(pictures, `${name}.png`), await person.picture())
}

/** A whole walk of a survivor, in the order of its steps. */
export const WALK: Readonly<Record<string, Step>> = {
  'the first page leads to the check, and the check to its result': async (person, around) => {
    await person.open(around.app)
    await person.arrives('/', en('start:home.title'))
    await takePicture(person, around, 'first-page')
    await person.press(link(en('start:home.begin')))
    await person.arrives('/safety', en('check:safety.title'))
    await person.press(link(en('check:safety.ready')))
    for (const [id, answer] of Object.entries(CHECK)) {
      await person.arrives(`/check/${id}`, en(`check:${id}.title`))
      await answer(person)
      await person.press(button(en('common:actions.continue')))
    }
    await person.sees('the result is open', 'window.location.pathname', '/check/result')
    await takePicture(person, around, 'result')
  },
  'a claim begins with the answers of the check': async person => {
    await person.press(link(en('flow:start.link')))
    await person.arrives('/claim', en('flow:start.title'))
    await person.press(button(en('flow:start.begin')))
    await person.arrives(...question('filer'))
    await person.press(choice('filer', 'victim'))
    await person.press(button(en('flow:question.continue')))
    await person.sees('the kind of the check stands in the claim', `document.querySelector('[name=kinds][value=labor]')?.checked`, true)
  },
  'a text is saved while it is typed': async (person, { app }) => {
    await person.open(`${app}/claim/q/story`)
    await person.arrives(...question('story'))
    await person.fill('#circumstances', STORY)
    const line = `document.querySelector('[data-save-line]').textContent`
    await person.sees('the text is saved', line, en('flow:question.saved'))
    await person.open(`${app}/claim/q/story`)
    await person.sees('the text is there again', story, STORY)
  },
  'another language in the middle of a question keeps what is typed': async (person, around) => {
    await person.press({ selector: '#circumstances' })
    await person.read(`document.querySelector('#circumstances').setSelectionRange(${STORY.length}, ${STORY.length})`)
    await person.type(MORE)
    await person.press(button(en('common:layout.language')))
    await person.arrives('/language', en('start:language.title'))
    await person.press(button('Español'))
    await person.arrives(...question('story', es))
    await person.sees('the text is there in Spanish', story, STORY + MORE)
    await takePicture(person, around, 'question')
    await person.press(button(es('common:layout.language')))
    await person.arrives('/language', es('start:language.title'))
    await person.press(button('English'))
    await person.arrives(...question('story'))
  },
  'a list gets an entry, and a mistake has the focus': async (person, { app }) => {
    await person.open(`${app}/claim/q/work`)
    await person.arrives(...question('work'))
    await person.fill('[name="periods.0.kind"]', 'Sewing')
    await person.fill('[name="periods.0.hoursPerWeek-low"]', '200')
    await person.press(button(en('claim:lists.periods.add')))
    await person.fill('[name="periods.1.kind"]', 'Cleaning')
    await person.sees('the first entry stays', `document.querySelector('[name="periods.0.kind"]').value`, 'Sewing')
    await person.press(button(en('flow:question.continue')))
    await person.sees('the mistakes have the focus', focus, 'alert')
    await person.press({ selector: '[role=alert] a' })
    await person.sees('the field has the focus', focus, 'periods.0.hoursPerWeek-low')
    await person.fill('[name="periods.0.hoursPerWeek-low"]', '40')
    await person.press(button(en('flow:question.continue')))
    await person.arrives(...question('evidence'))
  },
  'the papers are made and kept as a file': async (person, around) => {
    await person.press(link(en('flow:question.toTasks')))
    await person.arrives('/claim/tasks', en('flow:tasks.title'))
    await person.press(link(en('flow:tasks.review')))
    await person.arrives('/claim/review', en('flow:review.title'))
    await person.press(link(en('flow:review.print')))
    await person.arrives('/claim/packet', en('flow:packet.title'))
    await takePicture(person, around, 'papers')
    await person.press(button(en('flow:packet.mailGet')))
    const file = await person.download('papers-1.pdf')
    if (!file.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('the papers are no PDF')
    await person.arrives('/claim/packet', en('flow:packet.title'))
  },
  'the exit leads away, and Back brings nothing to light': async (person, { exit }) => {
    await person.press(link(en('common:layout.exit')))
    await person.sees('the other site is open', 'window.location.href', exit)
    for (let step = 0; step < 3; step += 1) {
      await person.back()
      await person.sees('Back leads to the door', `document.querySelector('h1')?.textContent`, en('start:door.title'))
      await person.sees('and nothing of the site', `document.body.textContent.includes(${JSON.stringify(en('common:siteName'))})`, false)
    }
  },
}
