import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ClaimFile } from '#machines/answers/claim-file.ts'
import { getQuestion } from '#machines/answers/questions/index.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { applicablePages, placeOf } from './claim-page.server.ts'

const TODAY = '2026-11-23'
const FOLDER = 'examples/claims'

test.each(readdirSync(FOLDER).filter(name => name.endsWith('.json')))('every page of %s has its place among the pages that apply', name => {
  const answers = answersFromClaim(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as ClaimFile)
  const pages = applicablePages(answers, TODAY)
  for (const [index, page] of pages.entries()) {
    const { section } = getQuestion(page)
    const inSection = pages.filter(id => getQuestion(id).section === section)
    // Each place is asked for with answers of which nothing is known yet.
    expect([page, placeOf({ ...answers }, TODAY, page)]).toEqual([
      page,
      { section, number: inSection.indexOf(page) + 1, of: inSection.length, before: pages[index - 1] },
    ])
  }
})
