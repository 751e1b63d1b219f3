import { describe, expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { languageName } from './answers.ts'
import { blocksOf, cellsOf, keptSheet, mailed, mailedSheet, pointsOf, rowOf, ticksOf, viewOf, wordsOf } from './testing/sheets.ts'

const VICTIM: ClaimFile = { filer: 'victim' }
const EMPTY_LINES = 'Some lines were left empty. They can be filled in by hand.'

describe('what a page says can be written by hand has room on paper', () => {
  const lines = (claim: ClaimFile) =>
    blocksOf(mailedSheet(claim, 'application'), 'rows').flatMap(({ rows }) => rows.filter(({ blank }) => blank).map(({ label }) => label))

  test('a story that was not told', () => {
    for (const claim of [VICTIM, { ...VICTIM, crime: { circumstances: '  ' } }]) {
      const sheet = mailedSheet(claim, 'story')
      expect(sheet.blocks).toEqual([
        { kind: 'paragraph', text: EMPTY_LINES },
        { kind: 'writing-space', label: 'What happened', lines: 14 },
      ])
      expect(rowOf(mailedSheet(claim, 'application'), 'What happened')?.value).toBe('See the sheet “What happened”')
    }
    expect(viewOf(VICTIM, { options: { withoutStory: true } }).mail.map(({ id }) => id)).not.toContain('story')
  })

  test('a story that will be told by hand in Spanish has room for a translation too', () => {
    expect(mailedSheet({ ...VICTIM, language: 'es' }, 'story').blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'writing-space',
      'heading',
      'writing-space',
      'signature',
    ])
  })

  test('name, birth date, home address and ways to call of a victim', () => {
    expect(lines(VICTIM)).toEqual([
      'Name',
      'Other names used',
      'Date of birth',
      'Home address',
      'Phone',
      'When it is safe to call',
      'A message may be left',
      'E-mail',
    ])
  })

  test('of a page that was answered, only what the claim needs', () => {
    const claim: ClaimFile = { ...VICTIM, victim: { firstName: 'Rosa', safeTimes: 'Mornings', residenceAddress: { city: 'Fresno' } } }
    expect(lines(claim)).toEqual(['Date of birth', 'Phone'])
    expect(rowOf(mailedSheet(claim, 'application'), 'E-mail')?.value).toBe('Not answered')
  })

  test('name, birth date, address and phone of a family member, and name and phone of a guardian', () => {
    expect(lines({ filer: 'family-member' })).toEqual(['Name', 'Date of birth', 'Mailing address', 'Phone', 'Name'])
    expect(
      lines({ filer: 'parent-or-guardian', victim: { firstName: 'Luz', birthDate: '2010', phone: '1', residenceAddress: { city: 'F' } } }),
    ).toEqual(['Name', 'Phone'])
  })

  test('the checklist names each sheet with such room, and where the official form is had', () => {
    const ticks = ticksOf(keptSheet('before-mailing', VICTIM))
    for (const title of ['Contents of the application', 'What happened', 'Statement of income loss'])
      expect(ticks).toContain(`Fill in the empty lines on “${title}”. Leave a line empty if you do not know.`)
    expect(ticks).toContain(
      "Get CalVCB's own form and copy your answers to it. Or type them in CalVCB Online. CalVCB, 800-777-9229. An advocate can make the call with you.",
    )
  })
})

describe('a sheet says that lines were left empty', () => {
  const FULL: ClaimFile = {
    filer: 'victim',
    victim: { firstName: 'Rosa' },
    crime: { start: '2010', end: '2011' },
    work: [{ kind: 'Cleaning', from: '2010', to: '2011', hoursPerWeek: 20, paidCents: 0 }],
    otherSources: [{ kind: 'wages', state: 'received', amountCents: 100, detail: 'From the boss' }],
    lateFiling: { testified: false, paroleOrRelease: false, reason: 'I was afraid.' },
  }

  test('only where some were', () => {
    expect(wordsOf(mailedSheet(FULL, 'declaration'))).not.toContain(EMPTY_LINES)
    expect(wordsOf(mailedSheet(FULL, 'other-sources'))).not.toContain(EMPTY_LINES)
    expect(wordsOf(mailedSheet({ ...FULL, crime: { start: '2010' } }, 'declaration'))).toContain(EMPTY_LINES)
    expect(wordsOf(mailedSheet({ ...FULL, otherSources: [{ kind: 'lawsuit', state: 'expected' }] }, 'other-sources'))).toContain(
      EMPTY_LINES,
    )
    expect(wordsOf(mailedSheet(FULL, 'late-filing'))).toContain(EMPTY_LINES)
  })
})

describe('nothing that was never asked is "not answered"', () => {
  const LATE: ClaimFile = { ...VICTIM, victim: { birthDate: '1980' }, crime: { end: '2010' } }

  test('more about a court or a hearing that there was not', () => {
    const application = (lateFiling: ClaimFile['lateFiling']) => mailedSheet({ ...LATE, lateFiling }, 'application')
    const no = application({ testified: false, paroleOrRelease: false })
    expect([rowOf(no, 'About testifying'), rowOf(no, 'About the hearing or release')]).toEqual([undefined, undefined])
    expect(rowOf(application({ testified: true }), 'About testifying')?.value).toBe('Not answered')
    expect(rowOf(application({ testified: false, testifiedDetail: 'I was sick.' }), 'About testifying')?.value).toBe('I was sick.')
  })

  test('the size of an employer where it cannot change the estimate', () => {
    const columns = (work: ClaimFile['work']) =>
      blocksOf(mailedSheet({ ...VICTIM, work }, 'application'), 'table').flatMap(table => table.columns.map(({ text }) => text))
    expect(columns([{ from: '2024', to: '2024', hoursPerWeek: 10 }])).not.toContain('Size of employer')
    expect(columns([{ from: '2021', to: '2021', hoursPerWeek: 10 }])).toContain('Size of employer')
    expect(columns([{ from: '2024', to: '2024', hoursPerWeek: 10, employerSize: '26+' }])).toContain('Size of employer')
  })
})

describe('proof that a person does not have', () => {
  test('is not mailed, and stands among the answers to keep', () => {
    const claim: ClaimFile = { ...VICTIM, evidence: [], incomeEvidence: [] }
    expect(mailed(claim, 'evidence')).toBeUndefined()
    expect(ticksOf(keptSheet('before-mailing', claim))).not.toContain('“List of evidence”')
    const kept = keptSheet('overview', claim)
    expect([rowOf(kept, 'Proof of the trafficking')?.value, rowOf(kept, 'Proof of the lost income')?.value]).toEqual(['None', 'None'])
    expect(rowOf(keptSheet('copy-page', claim), 'Proof of the trafficking')).toBeUndefined()
    expect(wordsOf(mailedSheet({ ...VICTIM, evidence: ['police_report'] }, 'evidence'))).toContain('Police report')
  })

  test('has room on paper where the question was skipped, without boxes to tick', () => {
    for (const claim of [VICTIM, { ...VICTIM, evidence: [] }])
      expect(mailedSheet(claim, 'evidence').blocks.map(({ kind }) => kind)).toEqual(['heading', 'writing-space'])
    expect(wordsOf(mailedSheet({ ...VICTIM, incomeEvidence: ['witness_decl'] }, 'evidence'))).toContain('Tick each paper')
  })
})

describe('a sheet of other losses', () => {
  const sheet = (otherLosses: ClaimFile['otherLosses']) => mailedSheet({ ...VICTIM, otherLosses }, 'other-losses')

  test('has lines for an amount and details that are not known yet, and the checklist names it', () => {
    const claim: ClaimFile = { ...VICTIM, otherLosses: [{ kind: 'medical' }] }
    expect(cellsOf(sheet(claim.otherLosses))).toEqual([['Medical care', '', '']])
    expect(wordsOf(sheet(claim.otherLosses))).toContain(EMPTY_LINES)
    expect(ticksOf(keptSheet('before-mailing', claim)).join(' ')).toContain('Fill in the empty lines on “Other losses and costs”')
    expect(wordsOf(sheet([{ kind: 'medical', amountCents: 100, detail: 'Clinic' }]))).not.toContain(EMPTY_LINES)
  })

  test('speaks of limits only where one stands there', () => {
    const NOTE = 'Only limits that the law or a CalVCB page names stand here.'
    expect(wordsOf(sheet([{ kind: 'medical', amountCents: 100 }]))).not.toContain(NOTE)
    expect(wordsOf(sheet([{ kind: 'mental-health', amountCents: 100 }]))).toContain(NOTE)
  })
})

describe('a mailing address', () => {
  const address = (victim: ClaimFile['victim']) => rowOf(mailedSheet({ ...VICTIM, victim }, 'application'), 'Mailing address')

  test('has a line to write it on where no home address is given', () => {
    expect(address({ residenceAddress: null })).toMatchObject({ value: '', blank: true })
    expect(address({ safeAtHome: true })).toMatchObject({ value: '', blank: true })
    expect(address({ residenceAddress: null, mailingAddress: { city: 'Fresno' } })?.value).toBe('Fresno')
    expect(address({ residenceAddress: { city: 'Fresno' } })?.value).toBe('Not answered')
  })
})

describe('a letter', () => {
  const GUARDIAN: ClaimFile = {
    filer: 'parent-or-guardian',
    guardian: { firstName: 'Alma', lastName: 'Cruz', phone: '555 0101' },
    victim: {
      firstName: 'Luz',
      phone: '555 0102',
      safeTimes: 'Mornings',
      messagesSafe: false,
      safeAtHome: true,
      mailingAddress: { street: 'P.O. Box 1', city: 'Sacramento' },
    },
  }
  const letter = (claim: ClaimFile) => mailedSheet(claim, 'cover-letter')

  test('of a guardian has the guardian’s own name and phone, and says of nobody else what the victim does', () => {
    expect(blocksOf(letter(GUARDIAN), 'address')[0]?.lines).toEqual(['Alma Cruz', 'P.O. Box 1', 'Sacramento'])
    const words = wordsOf(letter(GUARDIAN))
    expect(words).toContain('Phone: 555 0101.')
    expect(words).not.toMatch(/555 0102|Mornings|I take part in Safe at Home/)
    expect(wordsOf(mailedSheet(GUARDIAN, 'safe-mailing'))).toContain('The victim takes part in Safe at Home.')
  })

  test('of a guardian without a phone has the victim’s, with its safe times', () => {
    const words = wordsOf(letter({ ...GUARDIAN, guardian: { firstName: 'Alma' } }))
    expect(words).toContain('Phone: 555 0102. Safe times to call: Mornings. Please do not leave a message.')
  })

  test('without an address has lines to write it on', () => {
    expect(blocksOf(letter({ ...VICTIM, victim: { firstName: 'Rosa' } }), 'address')[0]).toMatchObject({ lines: ['Rosa'], blank: true })
  })

  test('of CalVCB goes to a mailing address only where one was given', () => {
    const points = (claim: ClaimFile) => pointsOf(keptSheet('safety', claim)).join(' ')
    const POST = 'CalVCB writes to the mail address you gave.'
    expect(points(VICTIM)).not.toContain(POST)
    expect(points({ ...VICTIM, victim: { mailingAddress: { city: 'Fresno' } } })).toContain(POST)
    expect(points({ filer: 'family-member', victim: { mailingAddress: { city: 'Fresno' } } })).not.toContain(POST)
    expect(points({ filer: 'family-member', claimant: { mailingAddress: { city: 'Fresno' } } })).toContain(POST)
  })
})

describe('the story of a guardian', () => {
  test('is not called the claimant’s own words', () => {
    const story = (filer: ClaimFile['filer']) => mailedSheet({ filer, crime: { circumstances: 'He had to work.' } }, 'story').eyebrow
    expect(story('victim')).toBe("The claimant's own words")
    expect(story('parent-or-guardian')).toBe('Companion to the application. Not an official form')
  })
})

describe('the papers to keep', () => {
  test('tell a guardian and a family member that they are about another person', () => {
    const told = (filer: ClaimFile['filer']) =>
      wordsOf(keptSheet('keep-contents', { filer })).includes('These papers are about another person.')
    expect((['victim', 'advocate', 'attorney', 'parent-or-guardian', 'family-member'] as const).map(told)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })

  test('tell it again on each sheet that is read by itself and says "you" of the victim', () => {
    for (const id of ['safety', 'later-letters', 'estimate']) {
      expect(wordsOf(keptSheet(id, { filer: 'parent-or-guardian' })), id).toContain('These papers are about another person.')
      expect(wordsOf(keptSheet(id, VICTIM)), id).not.toContain('These papers are about another person.')
    }
  })

  test('do not call the age of a child the age of a guardian', () => {
    const claim: ClaimFile = { victim: { birthDate: '2010-02-11' }, crime: { end: '2025' } }
    expect(wordsOf(keptSheet('overview', { ...claim, filer: 'victim' }))).toContain('This last day comes from your age.')
    expect(wordsOf(keptSheet('overview', { ...claim, filer: 'parent-or-guardian' }))).not.toContain('your age')
    expect(wordsOf(keptSheet('overview', { filer: 'parent-or-guardian', crime: { end: '2025' } }))).toContain(
      'This last day comes from when',
    )
  })

  test('say once that there is time to apply', () => {
    for (const end of ['2025', '2020-01-10']) {
      const words = wordsOf(keptSheet('overview', { ...VICTIM, victim: { birthDate: '1980' }, crime: { end } }))
      expect(words.match(/There is time to apply/g)).toHaveLength(1)
    }
  })

  test('tell of money that waits for a birthday only where the person who is paid can be so young', () => {
    const CHILD = 'For a child, money is sent after age 18.'
    const letters = (claim: ClaimFile) => wordsOf(keptSheet('later-letters', claim))
    expect(letters({ ...VICTIM, victim: { birthDate: '1971' } })).not.toContain(CHILD)
    expect(letters({ ...VICTIM, victim: { birthDate: '2010' } })).toContain(CHILD)
    expect(letters(VICTIM)).toContain(CHILD)
    const sister: ClaimFile = { filer: 'family-member', claimant: { birthDate: '1985' }, victim: { birthDate: '2012-03-01' } }
    expect(letters(sister)).not.toContain(CHILD)
    expect(wordsOf(keptSheet('timeline', sister), keptSheet('overview', sister))).not.toMatch(/That birthday is|under 18 can apply/)
    expect(wordsOf(keptSheet('timeline', { ...sister, filer: 'victim' }))).toContain('That birthday is March 1, 2030')
  })

  test('say once that two pages differ about the days for a hearing', () => {
    const words = wordsOf(keptSheet('later-letters', VICTIM))
    expect(words).toContain('On one CalVCB page you have 20 days')
    expect(words).not.toContain('Two CalVCB pages give different numbers')
  })

  test('speak of the police beside letters to offices only where one goes to the police', () => {
    const guide = (claim: ClaimFile) => wordsOf(keptSheet('proof-guide', { ...VICTIM, ...claim }))
    expect(guide({ evidence: ['medical_records'] })).not.toContain('You do not need a police report')
    expect(guide({ crime: { reports: [{ agency: 'Sample City Police' }] } })).toContain('You do not need a police report')
  })
})

describe('an estimate that is a single figure', () => {
  const words = (claim: ClaimFile) => wordsOf(keptSheet('estimate', claim))
  const ONE: ClaimFile = { work: [{ from: '2021-01-04', to: '2022-12-30', hoursPerWeek: 60 }] }
  const RANGE: ClaimFile = { work: [{ from: '2021-05-01', to: '2021-05-31', hoursPerWeek: 10 }] }
  const OF_A_RANGE = ['So we show a range', 'The lower figure is only for you', 'The range above', 'the high figure', 'The low figure uses']

  test('is told without low, high and range', () => {
    expect(words(ONE)).toContain('$20,000')
    for (const sentence of OF_A_RANGE) expect(words(ONE), sentence).not.toContain(sentence)
    expect(words(ONE)).toContain('How we get to this figure')
    expect(words(ONE)).not.toMatch(/"At (?:least|most)"/)
    expect(words(RANGE)).toMatch(/"At least".*"At most"/)
    for (const sentence of OF_A_RANGE) expect(words(RANGE), sentence).toContain(sentence)
  })
})

describe('words that can tell of a forced crime', () => {
  const claim: ClaimFile = {
    filer: 'victim',
    crime: { kinds: ['forced-crime'] },
    work: [{ kind: 'Carrying drugs', from: '2022', to: '2023', hoursPerWeek: 20 }],
    calculationSheet: true,
  }

  test('go with the story, in both parts, and leave a line in what is signed', () => {
    const { mail, keep } = viewOf(claim, { options: { withoutStory: true } })
    expect(wordsOf(...mail, ...keep)).not.toContain('drugs')
    const sheet = (id: string) => mail.find(each => each.id === id) ?? expect.fail(id)
    expect(cellsOf(sheet('application'))[0]?.[0]).toBe('Not told in these pages. It may be told another way')
    expect(blocksOf(sheet('declaration'), 'table')[0]?.rows[0]?.[0]).toMatchObject({ text: '', blank: true })
    expect(wordsOf(mailedSheet(claim, 'declaration'))).toContain('drugs')
  })

  test('are warned of before the papers are mailed, also where no story is told', () => {
    const STORY = 'Your story can be seen by others and used.'
    const points = (each: ClaimFile) => pointsOf(keptSheet('before-mailing', each)).join(' ')
    expect(points(claim)).toContain(STORY)
    expect(points({ ...claim, crime: { kinds: ['labor'] } })).not.toContain(STORY)
    expect(pointsOf(keptSheet('before-mailing', claim, { withoutStory: true })).join(' ')).not.toContain(STORY)
  })
})

describe('words in another language than English', () => {
  const claim: ClaimFile = {
    language: 'es',
    filer: 'victim',
    victim: { safeTimes: 'Por las mañanas' },
    claimant: { relationship: 'hermana' },
    work: [{ kind: 'Limpieza' }, { kind: '24/7' }],
    otherLosses: [{ kind: 'medical', detail: 'Clínica en enero' }],
    otherSources: [{ kind: 'wages', state: 'received', detail: 'Del patrón' }],
    emergency: { requested: true, reason: 'No tengo comida' },
    lateFiling: { testifiedDetail: 'Tuve miedo', paroleOrReleaseDetail: 'Salió libre', reason: 'No lo sabía' },
  }

  test('stand with a line each for their translation, and the translator’s statement', () => {
    const sheet = mailedSheet(claim, 'own-words')
    const pairs = blocksOf(sheet, 'rows').map(({ rows: [typed, english] }) => [typed?.label, typed?.value, english?.label, english?.blank])
    expect(pairs).toEqual(
      [
        ['When it is safe to call', 'Por las mañanas'],
        ['Work', 'Limpieza'],
        ['Details', 'Clínica en enero'],
        ['Details', 'Del patrón'],
        ['Why it is needed now', 'No tengo comida'],
        ['About testifying', 'Tuve miedo'],
        ['About the hearing or release', 'Salió libre'],
        ['Why the application comes later', 'No lo sabía'],
      ].map(pair => [...pair, 'Translation into English', true]),
    )
    expect(blocksOf(sheet, 'signature')[0]?.sentences[0]?.text).toBe(
      'I know English and the language of the text above (Spanish). The translation above is complete and correct as far as I know.',
    )
    expect(ticksOf(keptSheet('before-mailing', { ...claim, language: 'es' })).join(' ')).toContain('Translation into English')
  })

  test('are signed by who translates them', () => {
    const signerOf = (title: string) => cellsOf(keptSheet('signing-guide', claim)).find(([paper]) => paper?.startsWith(`«${title}»`))?.[1]
    expect(signerOf('Translation into English')).toBe('Quien traduce, si alguien traduce')
    expect(signerOf('Statement of income loss')).toBe('Usted')
  })

  test('are not said to be the language of somebody’s work', () => {
    const told = mailedSheet({ ...claim, crime: { circumstances: 'Me engañaron.' } }, 'story')
    expect(wordsOf(told)).toContain('The person writes in this language: Spanish.')
    expect(wordsOf(told)).toContain('La persona escribe en este idioma: español.')
  })

  test('name the language of letters as each sheet’s own language does', () => {
    const { mail, keep } = viewOf({ ...claim, victim: { preferredLanguage: 'English' } })
    expect(wordsOf(...mail)).toContain('Please send all letters in English.')
    expect(wordsOf(...keep)).toContain('envíen todas las cartas en inglés')
    expect(languageName('hy', { language: 'hmn' })).toBe('Հայերեն')
    expect(languageName('tl', { language: 'tl' })).toBe('Tagalog')
  })

  test('of a family member are the family member’s too, and nobody’s where nothing was typed or all is English', () => {
    expect(wordsOf(mailedSheet({ ...claim, filer: 'family-member' }, 'own-words'))).toContain('hermana')
    expect(mailed({ ...claim, language: 'en' }, 'own-words')).toBeUndefined()
    expect(mailed({ language: 'es', filer: 'victim', work: [{ kind: '24/7' }] }, 'own-words')).toBeUndefined()
  })
})
