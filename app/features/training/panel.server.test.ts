import { describe, expect, test } from 'vitest'
import { speechFor } from '#app/features/claim/speech.server.ts'
import type { ClaimVisit } from '#app/features/claim/visit.server.ts'
import { answersFromClaim } from '#machines/claim/assemble.ts'
import { replayCheck } from '#machines/eligibility/replay.ts'
import { checkPanel } from './check-panel.server.ts'
import { claimPanel } from './claim-panel.server.ts'
import type { PanelView } from './panel-view.server.ts'
import { getPersonClaim, PERSON_IDS, type PersonId } from './people.server.ts'

const TODAY = '2026-11-23'

function panelOf(id: PersonId, pathname = '/claim/tasks', language: 'en' | 'es' = 'en'): PanelView {
  const answers = answersFromClaim(getPersonClaim(id, TODAY))
  const draft = {
    draftId: '1',
    revision: 1,
    hasPhrase: false,
    deleteAfter: new Date(0),
    isHeld: false,
    answers,
    status: [],
    authors: {},
    language,
  }
  const visit: ClaimVisit = { today: TODAY, session: '', draft, speech: speechFor(language, answers) }
  return claimPanel(visit, pathname)
}

const linesOf = (panel: PanelView, title: string) => panel.groups.find(group => group.title === title)?.lines ?? []
const codes = (panel: PanelView, title: string) => linesOf(panel, title).map(({ code }) => code)

describe('the panel beside the claim', () => {
  test('names the current state of the statechart, and the state of the page on the screen', () => {
    expect(codes(panelOf('half-way', '/claim/q/names'), 'State')).toEqual(['you.names', 'money.other-losses', undefined])
    expect(codes(panelOf('ready-to-print'), 'State')).toEqual(['review'])
  })

  test('tells which pages are set aside or not asked, and why', () => {
    const panel = panelOf('late-filing')
    expect(linesOf(panel, 'Answers kept for later')).toMatchObject([
      { code: 'employer-size', source: 'Only if the employer size can change the estimate' },
    ])
    expect(codes(panel, 'Pages that are not asked')).toEqual(expect.arrayContaining(['guardian-role', 'residence-address']))
    expect(codes(panel, 'Pages that will be asked')[0]).toMatch(/^filer, kinds, .*late-filing/)
  })

  test('tells every rule that fired with its source, in both languages', () => {
    for (const id of PERSON_IDS) {
      for (const language of ['en', 'es'] as const) {
        const reasons = panelOf(id, '/claim/tasks', language)
          .groups.slice(4)
          .flatMap(({ lines }) => lines)
          .filter(({ code }) => code?.includes('('))
        expect(reasons.length).toBeGreaterThan(3)
        for (const { text, source } of reasons) {
          expect(text).toBeTruthy()
          expect(source).toMatch(/^(Source|Fuente): \S/)
        }
      }
    }
    expect(codes(panelOf('late-filing'), 'The last day to file')).toContain('late-filing')
    expect(codes(panelOf('just-begun'), 'What is still missing')).toContain('crime.end')
    expect(linesOf(panelOf('ready-to-print'), 'What is still missing')).toEqual([{ text: 'None' }])
  })
})

test('the panel beside the check names its state and the question that is not asked', () => {
  const panel = checkPanel({ today: TODAY, answers: {}, replay: replayCheck({}, TODAY) }, 'en', '/check/kinds')
  expect(codes(panel, 'State')).toEqual(['kinds', 'kinds'])
  expect(codes(panel, 'Pages that are not asked')).toEqual(['birth-year'])
  expect(codes(panel, 'What the answers may open')[0]).toBe('more-needed')
})
