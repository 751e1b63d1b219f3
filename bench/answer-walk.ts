import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CarefulSqlite } from '#app/data/engine/sqlite.server.ts'
import { PrismaClient } from '#app/data/generated/sqlite/client.ts'
import { openStore } from '#app/data/store.server.ts'
import { answerQuestion } from '#app/features/claim/question/answer-question.server.ts'
import { answerToForm } from '#app/forms/answer-to-form.server.ts'
import { formFields } from '#app/forms/form-field.server.ts'
import { valuesOf, type FormValues } from '#app/forms/form-values.ts'
import { readForm } from '#app/forms/read-form.server.ts'
import { requireOpenPage } from '#app/features/claim/question/open-page.server.ts'
import { saveEntry } from '#app/features/claim/question/save-entry.server.ts'
import { requireVisit } from '#app/features/claim/visit.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { fingerprint } from '#app/security/fingerprint.server.ts'
import { createCleaner } from '#app/evidence/clean-process.server.ts'
import { createOfficialForms } from '#app/official-form/official-forms.server.ts'
import { createServices } from '#app/services.server.ts'
import { readSettings } from '#app/settings.server.ts'
import type { WorkPeriod } from '#machines/answers/claim-file.ts'
import { getQuestion } from '#machines/answers/questions/index.ts'
import type { ClaimAnswers } from '#machines/claim/answers.ts'
import { median, millisecondsOf } from './measure.ts'

/** The page of the walk: its answer changes the estimate, so it asks more of the server than any other. */
const PAGE = 'work'
/** Rounds that are not counted, so that the figures are those of a server that has been running for a while. */
const WARM_UP = 50

/** The form of the page, with another number of weekly hours each time, so that every save writes something new. */
function formOf(answers: ClaimAnswers, round: number): FormValues {
  const entry = answers[PAGE]
  const [first, ...others] = entry && 'value' in entry ? (entry.value as { periods: WorkPeriod[] }).periods : []
  return answerToForm(formFields(getQuestion(PAGE)), { periods: [{ ...first, hoursPerWeek: 30 + (round % 10) }, ...others] })
}

/** Sealed answers look like random bytes; this makes as many, and different ones each round. */
const bytesOf = (round: number, length: number) =>
  new Uint8Array(createHash('shake256', { outputLength: length }).update(String(round)).digest())

/**
 * Medians of one answer's walk on the server and of a bare Prisma update, in the same run, on the same database file
 * with the same settings of SQLite.
 */
export async function measureAnswerWalk(answers: ClaimAnswers, rounds: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-walk-'))
  const settings = readSettings({ DATA_DIR: folder })
  const store = await openStore(settings)
  const services = createServices(settings, store, {
    packets: { render: () => Promise.reject(new Error('no packet is made here')) },
    cleaner: createCleaner(),
    officialForms: createOfficialForms(settings),
  })
  const prisma = new PrismaClient({ adapter: new CarefulSqlite({ url: `file:${path.join(folder, 'claims.sqlite')}` }) })
  const { session } = await store.drafts.create({ answers, language: 'en' })
  const walked = await prisma.draft.findFirstOrThrow()
  const { id } = await prisma.draft.create({ data: { ...walked, id: 'bare' } })
  const forms = Array.from({ length: 10 }, (_, number) => formOf(answers, number))
  const question = getQuestion(PAGE)

  const times = { bare: [] as number[], walk: [] as number[], action: [] as number[] }
  let seen = fingerprint(answers[PAGE])
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    // The columns that a save writes, with contents that are ready.
    const [at, bytes] = [new Date(), bytesOf(round, walked.answers.length)]
    const columns = { revision: round, answers: bytes, status: walked.status, language: walked.language, updatedAt: at, deleteAfter: at }
    const bare = await millisecondsOf(() => prisma.draft.update({ where: { id }, data: columns }))

    const [form, other] = [forms[(2 * round) % forms.length] ?? {}, forms[(2 * round + 1) % forms.length] ?? {}]
    const sent = requestOf(form, seen, session)
    // Opens the stored answers as a request does, so that nothing about them is remembered yet.
    const visit = await requireVisit(services, sent)
    const walk = await millisecondsOf(async () => {
      const values = valuesOf(await sent.formData())
      const read = readForm(question, values, visit.today)
      if (!read.ok) throw new Error('the form was refused')
      const saved = await saveEntry(services, visit, PAGE, { value: read.answer }, values.seen?.[0] ?? '')
      if (saved.saved !== 'yes') throw new Error(`saved: ${saved.saved}`)
      seen = fingerprint(saved.answers[PAGE])
    })

    const posted = requestOf(other, seen, session)
    const action = await millisecondsOf(async () => {
      const { visit: opened, id: page } = await requireOpenPage(services, posted, PAGE)
      const answered = await answerQuestion(services, posted, opened, page)
      if (!(answered instanceof Response)) throw new Error(`not saved: ${answered.kind}`)
    })
    const read = readForm(question, other, visit.today)
    seen = fingerprint(read.ok && { value: read.answer })

    if (round < WARM_UP) continue
    times.bare.push(bare)
    times.walk.push(walk)
    times.action.push(action)
  }
  await prisma.$disconnect()
  await store.close()
  rmSync(folder, { recursive: true })
  return { bare: median(times.bare), walk: median(times.walk), action: median(times.action) }
}

function requestOf(form: FormValues, seen: string, session: string): Request {
  const body = new URLSearchParams([
    ['intent', 'answer'],
    ['seen', seen],
  ])
  for (const [name, texts] of Object.entries(form)) for (const text of texts) body.append(name, text)
  return new Request(`http://localhost/claim/q/${PAGE}`, { method: 'POST', headers: { Cookie: `${COOKIE_NAMES.draft}=${session}` }, body })
}
