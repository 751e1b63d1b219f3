import type { ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NotSaved } from './components/not-saved.ts'
import type { QuestionView } from './features/claim/question-view.server.ts'
import { withWordsKept } from './words-kept.server.ts'

const STORY = 'They kept my passport.\nI worked «every» day — 14 hours.'
const context = () => ({ services: { today: () => '2026-11-23' } }) as unknown as AppLoadContext

let written: string[]
beforeEach(() => {
  written = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line))
})
afterEach(() => void vi.restoreAllMocks())

const signIn = () => new Response(null, { status: 303, headers: { Location: '/work/sign-in' } })
const databaseGone = () => Promise.reject(new Error(`no table for ${STORY}`))

/** A build of one page inside another, both with a database that may be gone. */
function pages(route: string, action: () => unknown, load: () => unknown = () => null) {
  const asked: string[] = []
  const module = (id: string) => ({ default: () => null, action, loader: () => (asked.push(id), load()) })
  const around = { id: 'routes/around', module: module('around') }
  const build = { routes: { [around.id]: around, [route]: { id: route, module: module('page') } } } as unknown as ServerBuild
  const kept = withWordsKept(build).routes
  return {
    asked,
    act: (args: ActionFunctionArgs) => caught(() => kept[route]?.module.action?.(args)),
    loadAround: (args: ActionFunctionArgs) => caught(() => kept[around.id]?.module.loader?.(args)),
  }
}

async function caught(work: () => unknown): Promise<unknown> {
  try {
    return await work()
  } catch (thrown) {
    return thrown
  }
}

function sent(path: string, fields: readonly (readonly [string, string])[], params = {}): ActionFunctionArgs {
  const body = new URLSearchParams(fields.map(field => [...field]))
  return { request: new Request(`http://claims.test${path}`, { method: 'POST', body }), params, context: context() }
}

async function keptIn(answer: unknown): Promise<{ status: number; kept: NotSaved }> {
  if (!(answer instanceof Response)) throw new Error('no response')
  return { status: answer.status, kept: (await answer.clone().json()) as NotSaved }
}

describe('a form that could not be saved', () => {
  test('comes back whole under 503, and the log holds none of it', async () => {
    const fields = [
      ['intent', 'notes'],
      ['text', STORY],
      ['entry.0', 'one'],
      ['entry.0', 'two'],
    ] as const
    const { act } = pages('routes/some', databaseGone)
    const { status, kept } = await keptIn(await act(sent('/some.data?index&_routes=routes%2Fsome', fields)))
    expect(status).toBe(503)
    // A browser sends new lines so.
    expect(kept).toMatchObject({ notSaved: 'fault', address: '/some?index', fields, words: [STORY], page: null })
    expect(written.join('\n')).toMatch(/^error: Error\n\s+at /)
    expect(written.join('\n')).not.toContain('passport')
  })

  test('is told apart from an answer that is thrown on purpose', async () => {
    const thrown = new Response(null, { status: 409 })
    const { act } = pages('routes/some', () => {
      throw thrown
    })
    expect(await act(sent('/some', [['text', STORY]]))).toBe(thrown)
    expect(written).toEqual([])
  })

  test('does not wait for what stands around it, which asks the same database', async () => {
    const { act, loadAround, asked } = pages('routes/some', databaseGone)
    const args = sent('/some', [['text', STORY]])
    await act(args)
    expect((await keptIn(await loadAround(args))).kept.words).toEqual([STORY])
    expect(asked).toEqual([])
    await loadAround(sent('/some', []))
    expect(asked).toEqual(['around'])
  })

  test('comes back as well where only the page that answers it cannot be made', async () => {
    const { act, loadAround } = pages('routes/some', () => ({ problem: 'too short' }), databaseGone)
    const args = sent('/some', [['text', STORY]])
    expect(await act(args)).toEqual({ problem: 'too short' })
    for (const answer of await Promise.all([loadAround(args), loadAround(args)])) {
      expect((await keptIn(answer)).kept).toMatchObject({ notSaved: 'fault', words: [STORY] })
    }
    expect(await loadAround(sent('/some', []))).toBeInstanceOf(Error)
  })

  test('gives a question its own page with every list, date and choice', async () => {
    const base = JSON.stringify({ 'periods.0.kind': ['Sewing'] })
    const fields = [
      ['intent', 'answer'],
      ['seen', 'abc'],
      ['base', base],
      ['periods.0.kind', 'Cleaning'],
      ['periods.0.from-year', '2019'],
      ['periods.0.from-month', '3'],
      ['periods.0.hoursPerWeek-low', '60'],
      ['periods.1.kind', 'Farm <b>work</b>'],
    ] as const
    const { act } = pages('routes/claim.q.$question', databaseGone)
    const { kept } = await keptIn(await act(sent('/claim/q/work?from=review', fields, { question: 'work' })))
    const view = kept.page as QuestionView
    expect(view).toMatchObject({ id: 'work', action: '/claim/q/work?from=review', seen: 'abc', base, errors: [] })
    expect(view).not.toHaveProperty('step')
    const shown = JSON.stringify(view.fields)
    for (const value of ['Cleaning', '"year":"2019","month":"3"', '"value":"60"', 'Farm <b>work</b>']) expect(shown).toContain(value)
  })

  test('promises nothing where a form cannot be read again', async () => {
    const body = new FormData()
    body.set('title', STORY)
    const request = new Request('http://claims.test/some', { method: 'POST', body })
    expect(await pages('routes/some', databaseGone).act({ request, params: {}, context: context() })).toBeInstanceOf(Error)
  })

  test('keeps the choice between two answers as it was made', async () => {
    const fields = [
      ['intent', 'chosen'],
      ['asked', 'phone'],
      ['keep__phone', 'mine'],
      ['phone', '555-0122'],
    ] as const
    const { act } = pages('routes/claim.q.$question', databaseGone)
    const { kept } = await keptIn(await act(sent('/claim/q/contact', fields, { question: 'contact' })))
    expect(kept).toMatchObject({ page: null, fields })
  })

  test('never brings a secret back', async () => {
    const { act } = pages('routes/work.sign-in', databaseGone)
    expect(await act(sent('/work/sign-in', [['code', '123456']]))).toBeInstanceOf(Error)
    const { kept } = await keptIn(
      await pages('routes/some', databaseGone).act(
        sent('/some', [
          ['password', 'correct horse'],
          ['text', STORY],
        ]),
      ),
    )
    expect(kept.fields).toEqual([['text', STORY]])
  })
})

describe('a member who is not signed in any more', () => {
  const base = JSON.stringify({ firstName: ['Rosa'], note: ['What stood there before'] })
  const fields = [
    ['person__base', base],
    ['person__firstName', 'Rosa'],
    ['person__note', 'What the member wrote'],
    ['person__kind', 'other-person'],
    ['intent', 'save'],
  ] as const

  test('gets their own words back, and nothing else of the case', async () => {
    for (const action of [
      () => {
        throw signIn()
      },
      () => Promise.resolve(signIn()),
    ]) {
      const { act } = pages('routes/work.cases.$number.prepare.$section', action)
      const { status, kept } = await keptIn(await act(sent('/work/cases/1/prepare/person', fields)))
      expect(status).toBe(403)
      expect(kept).toMatchObject({ notSaved: 'signed-out', fields: [], words: ['What the member wrote'], page: null })
      expect(JSON.stringify(kept)).not.toContain('Rosa')
      expect(JSON.stringify(kept)).not.toContain('stood there before')
    }
  })

  test('is led to sign in where nothing was written', async () => {
    const leading = signIn()
    const { act } = pages('routes/work.cases._index', () => {
      throw leading
    })
    expect(await act(sent('/work/cases', [['intent', 'find']]))).toBe(leading)
  })
})
