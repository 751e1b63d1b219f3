import type { ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NotSaved } from './components/not-saved.ts'
import type { QuestionView } from './features/claim/question/question-view.server.ts'
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

/** A build with one page inside another. Both use a database that may be gone. */
function pages(route: string, action: (args: ActionFunctionArgs) => unknown, load: () => unknown = () => null, isPage = true) {
  const asked: string[] = []
  const module = (id: string) => ({ action, loader: () => (asked.push(id), load()), ...(isPage && { default: () => null }) })
  const around = { id: 'routes/around', module: module('around') }
  const routes = { [around.id]: around, [route]: { id: route, module: module('page') } }
  const build = { assets: { routes: { root: { css: ['/assets/root.css'] } } }, routes } as unknown as ServerBuild
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
  test('comes back whole with 503, and the log contains none of it', async () => {
    const fields = [
      ['intent', 'notes'],
      ['text', STORY],
      ['entry.0', 'one'],
      ['entry.0', 'two'],
    ] as const
    const { act } = pages('routes/some', databaseGone)
    const { status, kept } = await keptIn(await act(sent('/some.data?index&_routes=routes%2Fsome', fields)))
    expect(status).toBe(503)
    // Browsers send a line end as two characters.
    expect(kept).toMatchObject({ notSaved: 'fault', address: '/some?index', fields, words: [STORY], page: null })
    expect(written.join('\n')).toMatch(/^error: Error\n\s+at /)
    expect(written.join('\n')).not.toContain('passport')
  })

  test('is not confused with an answer that is thrown on purpose', async () => {
    const thrown = new Response(null, { status: 409 })
    const { act } = pages('routes/some', () => {
      throw thrown
    })
    expect(await act(sent('/some', [['text', STORY]]))).toBe(thrown)
    expect(written).toEqual([])
  })

  test('does not wait for the page around it, which asks the same database', async () => {
    const { act, loadAround, asked } = pages('routes/some', databaseGone)
    const args = sent('/some', [['text', STORY]])
    await act(args)
    expect((await keptIn(await loadAround(args))).kept.words).toEqual([STORY])
    expect(asked).toEqual([])
    await loadAround(sent('/some', []))
    expect(asked).toEqual(['around'])
  })

  test('also comes back if only the page that answers it cannot be made', async () => {
    const { act, loadAround } = pages('routes/some', () => ({ problem: 'too short' }), databaseGone)
    const args = sent('/some', [['text', STORY]])
    expect(await act(args)).toEqual({ problem: 'too short' })
    for (const answer of await Promise.all([loadAround(args), loadAround(args)])) {
      expect((await keptIn(answer)).kept).toMatchObject({ notSaved: 'fault', words: [STORY] })
    }
    expect(await loadAround(sent('/some', []))).toBeInstanceOf(Error)
  })

  test('comes back on the question’s own page with every list, date and choice', async () => {
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

  describe('with a file', () => {
    /** A form of papers with a file of this many bytes behind its words. */
    function paper(bytes: number): ActionFunctionArgs {
      const body = new FormData()
      for (const [name, value] of Object.entries({ intent: 'add', kind: 'affidavit', title: STORY })) body.set(name, value)
      body.set('file', new Blob([new Uint8Array(bytes)]), 'paper.pdf')
      return { request: new Request('http://claims.test/papers', { method: 'POST', body }), params: {}, context: context() }
    }
    /** The ways in which a database can be gone: before anything is read, or after. */
    const FAILS: readonly (readonly [string, (args: ActionFunctionArgs) => Promise<never>])[] = [
      ['before it is read', databaseGone],
      ['after it was read', async ({ request }) => (await request.formData(), databaseGone())],
    ]

    test.each(FAILS.flatMap(([when, fail]) => [1, 300_000].map(bytes => [when, bytes, fail] as const)))(
      'gives back its words if the database is gone %s (%i bytes), and asks for the file again',
      async (_, bytes, fail) => {
        const { status, kept } = await keptIn(await pages('routes/some', fail).act(paper(bytes)))
        const fields = [
          ['intent', 'add'],
          ['kind', 'affidavit'],
          ['title', STORY.replace('\n', '\r\n')],
        ]
        expect([status, kept.fields, kept.words]).toEqual([503, fields, [STORY.replace('\n', '\r\n')]])
        expect(kept.says.file).toBe('Your file did not stay here. You can choose it again on the next page.')
      },
    )

    test('reaches an action whole', async () => {
      const read = await pages('routes/some', async ({ request }) => {
        const form = await request.formData()
        return [form.get('title'), (form.get('file') as File).size]
      }).act(paper(300_000))
      expect(read).toEqual([STORY.replace('\n', '\r\n'), 300_000])
    })
  })

  test('is not given back if it cannot be read', async () => {
    const request = new Request('http://claims.test/some', { method: 'POST', body: STORY })
    expect(await pages('routes/some', databaseGone).act({ request, params: {}, context: context() })).toBeInstanceOf(Error)
  })

  describe('at an address that makes a file', () => {
    const post = (fields: readonly (readonly [string, string])[], accept: string) => {
      const args = sent('/papers/statement', fields)
      args.request.headers.set('Accept', accept)
      return pages('routes/papers.statement', databaseGone, undefined, false).act(args)
    }
    const TEXT = ['howIKnow', 'I saw <it>.'] as const

    test('comes back as its own page, which sends it again', async () => {
      const answer = await post([TEXT], 'text/html,application/xhtml+xml')
      if (!(answer instanceof Response)) throw new Error('no response')
      const html = await answer.text()
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'text/html; charset=utf-8'])
      expect(html).toContain('rows="8" readonly="">I saw &lt;it&gt;.</textarea>')
      expect(html).toMatch(
        /<form method="post" action="\/papers\/statement" data-press="true"><p class="error-summary" role="alert" tabindex="-1" hidden="" data-unanswered="[^"]+" data-too-much="[^"]+"><\/p><input type="hidden" name="howIKnow" value="I saw &lt;it&gt;\."\/>/,
      )
      expect(html).toContain('<link rel="stylesheet" href="/assets/root.css"/>')
    })

    test('does not come back to a script, or if a password would be missing when it is sent again', async () => {
      expect(await post([TEXT], '*/*')).toBeInstanceOf(Error)
      expect(await post([TEXT, ['password', 'correct horse']], 'text/html')).toBeInstanceOf(Error)
      expect(await post([TEXT, ['password', '']], 'text/html')).toBeInstanceOf(Response)
    })
  })

  test('keeps the choices between two answers', async () => {
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

  test('never comes back with a secret', async () => {
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

  test('gets back only their own words, and nothing else of the case', async () => {
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

  test('is led to the sign-in if nothing was written', async () => {
    const leading = signIn()
    const { act } = pages('routes/work.cases._index', () => {
      throw leading
    })
    expect(await act(sent('/work/cases', [['intent', 'find']]))).toBe(leading)
  })
})
