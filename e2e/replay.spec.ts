import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { shareByCode, TEST_PASSWORD } from '#app/data/testing/casework-fixture.ts'
import { actorOf } from '#app/data/organizations/members.server.ts'
import { COOKIE_NAMES } from '#app/security/cookies.server.ts'
import { walkCase } from './case-walk.ts'
import { sentences, type Language } from './check-walk.ts'
import { exampleAnswers, openOffice, type Office } from './office.ts'
import { startRecorder, type Answer, type Recorder, type SentForm } from './recorder.ts'
import { caseContents, makeStrangers } from './strangers.ts'
import { heading, signIn } from './work-walk.ts'

/** Routes that accept forms but are not tried here, each with the reason. */
const NOT_SENT: Readonly<Record<string, string>> = {
  'work.cases.new.tsx': 'begins a case of whoever sends it: for those who may begin one that is no replay of somebody else’s',
}

/**
 * The other routes of cases that accept forms, with their addresses, the more specific first. They are read from the folder of
 * routes, so that the walk must send every new form too.
 */
const FORM_ROUTES = readdirSync('app/routes')
  .filter(
    name =>
      name.startsWith('work.cases.') &&
      !(name in NOT_SENT) &&
      /export (?:const|async function|function) action\b/.test(readFileSync(`app/routes/${name}`, 'utf8')),
  )
  .map(name => {
    const parts = name
      .replace(/\.tsx?$/, '')
      .split('.')
      .filter(part => part !== '_index')
    return {
      name,
      pattern: new RegExp(`^/${parts.map(part => (part.startsWith('$') ? '[^/]+' : part)).join('/')}$`),
      free: parts.filter(part => part.startsWith('$')).length,
    }
  })
  .sort((one, other) => one.free - other.free)

const [OWN, SHARED, SPARE] = [1, 2, 3]
/** Words of the cases that no answer to a stranger may contain. */
const WORDS = ['Rosa', 'K-1', 'Papel', 'Invented words', 'Example Street']

const RUNS = [
  { language: 'en', scripts: true },
  { language: 'es', scripts: false },
] as const satisfies readonly { language: Language; scripts: boolean }[]

// All tests use the same cases, so they run one after another.
test.describe.configure({ mode: 'serial' })

for (const { language, scripts } of RUNS) {
  test.describe(`in ${language}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts })
    const t = sentences(language)

    let office: Office
    let recorder: Recorder
    let strangers: Readonly<Record<string, string>> = {}
    /** Another organization's code. It is valid until it is used. */
    let code = ''
    let forms: readonly SentForm[] = []

    test.beforeAll(async () => {
      office = await openOffice(async (casework, people, { drafts }) => {
        strangers = await makeStrangers(casework, people)
        const begin = () =>
          casework.cases.create(people.owner.actor, {
            language: 'en',
            about: { label: 'K-1', otherSide: [] },
            answers: exampleAnswers('rosa-alone'),
          })
        await begin()
        const { session } = await drafts.create({ answers: exampleAnswers('rosa-alone'), language: 'en' })
        await drafts.setPhrase(session, 'en')
        await shareByCode(casework, people.owner.actor, session)
        await begin()
        const other = await casework.sessions.find(strangers['the owner of another organization'] ?? '')
        if (!other) throw new Error('there is no other organization')
        code = (await casework.makeShareCode(actorOf(other.member))).code
      })
      recorder = await startRecorder(office.origin)
    })
    test.afterAll(async () => {
      await recorder.close()
      await office.stop()
    })

    const path = ({ address }: SentForm) => address.replace(/\.data(?=\?|$)/, '').replace(/\?.*/, '')
    const as = (form: SentForm, session: string | null) => recorder.again(form, { name: COOKIE_NAMES.staff, value: session })
    const formWith = (words: string) => {
      const form = forms.find(({ body }) => body.toString('latin1').replaceAll('+', ' ').includes(words))
      if (!form) throw new Error(`nobody sent ${words}`)
      return form
    }
    const rows = (sql: string) => office.inDatabase(database => database.prepare(sql).pluck().all())

    /**
     * Expects what every stranger to a case gets: an answer as if there were no case, the sign-in page, or, without a session, the
     * stranger's own words back. A form of a list is answered with the cases that are in the stranger's scope.
     */
    function expectClosed(answer: Answer, form: SentForm, who: string): void {
      const what = `${who}, ${form.address}: ${answer.status}`
      const toSignIn = answer.location === '/work/sign-in' || (answer.status === 202 && answer.text.includes('"/work/sign-in"'))
      const givesBack = answer.status === 403 && answer.text.includes(t('claim:notSaved.signedOut'))
      const isOfCase = path(form).startsWith('/work/cases/') && /\d/.test(path(form))
      if (isOfCase) expect(toSignIn || givesBack || answer.status === 404, what).toBe(true)
      else
        expect(
          toSignIn || [200, 403, 422].includes(answer.status) || (answer.status === 307 && answer.location === '/work/cases'),
          what,
        ).toBe(true)
      expect(answer.text.startsWith('%PDF') || answer.text.startsWith('PK'), what).toBe(false)
      const sent = givesBack ? [form.body.toString(), ...new URLSearchParams(form.body.toString())].flat().join('\n') : ''
      for (const word of WORDS.filter(each => !sent.includes(each))) expect(answer.text.includes(word), `${what} shows ${word}`).toBe(false)
    }

    test('an owner sends every form of a case', async ({ page }) => {
      expect(FORM_ROUTES.length).toBeGreaterThan(10)
      const { origin, hold } = recorder
      await page.context().addCookies([{ name: 'lang', value: language, url: origin }])
      await signIn(page, language, 'office-owner', office.people.owner.codes[0] ?? '', TEST_PASSWORD, origin)
      await expect(heading(page)).toHaveText(t('work:home.title'))
      await walkCase({ page, t, origin, own: OWN, shared: SHARED, code, hold })
      await page.goto(`${origin}/work`)
      await page.getByRole('button', { name: t('work:nav.signOut') }).click()
      await expect(heading(page)).toHaveText(t('work:signIn.title'))
      forms = recorder.sent.filter(form => path(form).startsWith('/work/cases'))
      expect(recorder.sent.every(({ headers, body }) => Number(headers['content-length']) === body.length)).toBe(true)
      const sent = new Set(forms.map(form => FORM_ROUTES.find(({ pattern }) => pattern.test(path(form)))?.name))
      expect([...sent].sort()).toEqual(FORM_ROUTES.map(({ name }) => name).sort())
      expect(new Set(forms.map(form => form.address.includes('.data')))).toEqual(new Set(scripts ? [true, false] : [false]))
    })

    test('a form sent again by a stranger, or after signing out, does nothing and shows nothing', async () => {
      const before = caseContents(office)
      const nobody = [
        ['nobody', null],
        ['a guess', 'x'.repeat(43)],
      ] as const
      for (const form of forms) {
        for (const [who, session] of [...Object.entries(strangers), ...nobody]) expectClosed(await as(form, session), form, who)
        // The form's own cookie belongs to a session that the owner has ended since.
        const own = /(?:^|; )w=([^;]+)/.exec(form.headers.cookie ?? '')?.[1]
        expect(own, form.address).toBeDefined()
        expectClosed(await as(form, own ?? null), form, 'the owner, signed out')
      }
      expect(caseContents(office)).toBe(before)
    })

    test('a paper code signs in only once, even when its form is sent again', async () => {
      const form = recorder.sent.find(({ address }) => /^\/work\/sign-in/.test(address))
      expect(form).toBeDefined()
      const before = rows('SELECT COUNT(*) FROM "StaffSession"')
      expect((await as(form!, null)).status).toBe(422)
      expect(rows('SELECT COUNT(*) FROM "StaffSession"')).toEqual(before)
    })

    test('forms sent again by the owner add a note each time, but make a phrase and a move only once', async () => {
      const owner = office.people.owner.cookie
      const note = formWith('A note that is sent again')
      const notes = () => rows('SELECT COUNT(*) FROM "CaseNote"')
      expect(notes()).toEqual([1])
      expect((await as(note, owner)).status).toBeLessThan(400)
      expect(notes()).toEqual([2])

      // A phrase is made once. The same form sent again shows neither this phrase nor a new one.
      const words = formWith('intent=words')
      const toSpare = { ...words, address: words.address.replace(`/${OWN}/`, `/${SPARE}/`) }
      const first = await as(toSpare, owner)
      expect([first.status, first.text.includes(scripts ? '"units"' : 'class="phrase"')]).toEqual([200, true])
      const made = caseContents(office)
      const second = await as(toSpare, owner)
      expect([second.status, second.text.includes(scripts ? '"units"' : 'class="phrase"')]).toEqual([422, false])
      expect(caseContents(office)).toBe(made)

      const move = formWith('intent=transfer')
      const moved = await as(move, owner)
      expect([moved.status, rows('SELECT COUNT(*) FROM "Case" WHERE "endedAt" IS NOT NULL')]).toEqual([scripts ? 202 : 303, [1]])
      const after = caseContents(office)
      expect((await as(move, owner)).status).toBe(410)
      expect((await as(words, owner)).status).toBe(410)
      expect(caseContents(office)).toBe(after)
    })
  })
}
