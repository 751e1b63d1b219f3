import { expect, test } from 'vitest'
import { touchedBy } from './touched.ts'

test('a change of nothing runs nothing', () => {
  expect(touchedBy([])).toEqual({ types: false, code: [], styles: [], unit: null, postgres: false, browser: null })
})

test('code of the app runs the tests that import it, those that start processes, and every page', () => {
  expect(touchedBy(['machines/rules/deadline.ts'])).toEqual({
    types: true,
    code: ['machines/rules/deadline.ts'],
    styles: [],
    unit: ['related', '--run', 'machines/rules/deadline.ts', 'app/program.server.ts'],
    postgres: false,
    browser: [],
  })
})

test('a test runs by itself, and a test of the data layer on both databases', () => {
  expect(touchedBy(['app/data/cases/cases.server.test.ts'])).toMatchObject({
    unit: ['related', '--run', 'app/data/cases/cases.server.test.ts'],
    postgres: true,
    browser: null,
  })
  expect(touchedBy(['app/data/testing/draft-fixture.ts'])).toMatchObject({ postgres: true, browser: null })
  expect(touchedBy(['e2e/due.spec.ts'])).toMatchObject({ types: true, unit: null, postgres: false, browser: ['e2e/due.spec.ts'] })
  expect(touchedBy(['e2e/due.spec.ts', 'e2e/office.ts'])).toMatchObject({ browser: [] })
})

test('changed sentences run the tests that read them, and a file that is read by its path runs every unit test', () => {
  expect(touchedBy(['locales/es/check.json'])).toMatchObject({
    types: false,
    unit: ['related', '--run', 'app/i18n/resources.server.ts', 'app/program.server.ts'],
    browser: [],
  })
  for (const file of ['app/routes/claim.tsx', 'examples/rosa-alone.json', 'docs/glossaries/es.md'])
    expect(touchedBy([file]).unit, file).toEqual(['run'])
  expect(touchedBy(['app/styles/app.css'])).toMatchObject({ styles: ['app/styles/app.css'], unit: ['run'], browser: [] })
})
