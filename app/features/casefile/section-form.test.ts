import { expect, test } from 'vitest'
import { findGoal, goIntent } from './section-form.ts'

test('the form of a section leads only to pages of its own case', () => {
  const pages = ['/work/cases/7', '/work/cases/7/notes', '/work/cases/7/prepare/safe-contact']
  for (const page of pages) expect(findGoal(goIntent(page), '/work/cases/7')).toBe(page)
  const others = [
    '/work/cases/71',
    '/work/cases/8/notes',
    '//elsewhere.example',
    'https://elsewhere.example/work/cases/7',
    '/work/cases/7//x',
    '/work/cases/7?x',
    '',
  ]
  for (const other of others) expect(findGoal(goIntent(other), '/work/cases/7')).toBeNull()
  expect(findGoal('save', '/work/cases/7')).toBeNull()
})
