import type { ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node'
import type { NotSaved } from './components/not-saved.ts'
import { logError } from './error-log.server.ts'
import { leadsToSignIn } from './auth/visit.server.ts'
import { unreadQuestionPage } from './features/claim/unread-question.server.ts'
import { requestLanguage } from './i18n/request-language.server.ts'
import { getTranslate } from './i18n/resources.server.ts'
import { SECTION_FORM } from './security/forms/form-bounds.ts'
import { readForm } from './security/forms/read-form.server.ts'
import { copiedWords, isSecret } from './words-sent.server.ts'

type Route = NonNullable<ServerBuild['routes'][string]>
type Action = NonNullable<Route['module']['action']>
type Loader = NonNullable<Route['module']['loader']>

/** Forms of which nothing goes back: a secret that was typed is typed again. */
const WITH_SECRETS = /^routes\/work\.(?:sign-in|join|security)/

/** The form of a request, from when its action begins: what its page is made with may fail after the action has answered. */
interface Sent {
  readonly args: ActionFunctionArgs
  readonly route: string
  /** Every field that was sent, read where it is needed, once; `null` where none can be read again. */
  readonly fields: () => Promise<[string, string][] | null>
}

const forms = new WeakMap<AppLoadContext, Sent>()
/** What goes back to whoever sent a form that could not be saved, by request. */
const notSaved = new WeakMap<AppLoadContext, NotSaved>()

/**
 * The same build, in which no form costs anybody their words: where an action, or what its page is made with, fails by a fault of ours, or
 * nobody is signed in any more, the page comes back with all that was sent. Pages alone: what sends files has nothing typed.
 */
export function withWordsKept(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, route && keeping(route)] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

function keeping(route: Route): Route {
  const { module } = route
  if (!module.default || route.id === 'root') return route
  return {
    ...route,
    module: {
      ...module,
      ...(module.action && !WITH_SECRETS.test(route.id) && { action: keepingAction(route.id, module.action) }),
      ...(module.loader && { loader: keepingLoader(module.loader) }),
    },
  }
}

const keepingAction =
  (route: string, action: Action): Action =>
  async args => {
    // Files are not kept beside what reads them.
    const copy = isPlainForm(args.request) ? args.request.clone() : null
    let read: Promise<[string, string][] | null> | undefined
    const sent = { args, route, fields: () => (read ??= copy ? fieldsOf(copy) : Promise.resolve(null)) }
    forms.set(args.context, sent)
    try {
      const result: unknown = await action(args)
      return leadsToSignIn(result) ? await signedOut(sent, result) : result
    } catch (thrown) {
      if (leadsToSignIn(thrown)) throw await signedOut(sent, thrown)
      // What is thrown on purpose is an answer.
      throw thrown instanceof Error ? await failed(sent, thrown) : thrown
    }
  }

/** A page around the one that comes back steps back, too: it may need what failed. */
const keepingLoader =
  (loader: Loader): Loader =>
  async args => {
    const kept = notSaved.get(args.context)
    if (kept) throw answerOf(kept)
    try {
      return await loader(args)
    } catch (thrown) {
      const sent = forms.get(args.context)
      throw sent && thrown instanceof Error ? await failed(sent, thrown) : thrown
    }
  }

/** What is thrown for a fault of ours: the page with all that was sent, or the fault itself where nothing of that can be given back. */
async function failed({ args, route, fields: read }: Sent, error: Error): Promise<Response | Error> {
  const fields = await read()
  if (!fields || args.request.signal.aborted) return error
  logError(error)
  return sendBack(args, {
    notSaved: 'fault',
    fields,
    words: copiedWords(fields),
    page: unreadQuestionPage(args, route, fields),
  })
}

/** What was written by somebody who is not signed in any more, for copying alone; or the way to sign in where nothing was. */
async function signedOut({ args, fields }: Sent, leading: unknown): Promise<unknown> {
  const words = copiedWords((await fields()) ?? [])
  return words.length === 0 ? leading : sendBack(args, { notSaved: 'signed-out', fields: [], words, page: null })
}

function sendBack({ request, context }: ActionFunctionArgs, sent: Omit<NotSaved, 'says' | 'address'>): Response {
  const t = getTranslate(requestLanguage(request).code)
  const fault = sent.notSaved === 'fault'
  const says = {
    title: t('flow:notSaved.title'),
    text: t(fault ? 'flow:notSaved.text' : 'claim:notSaved.signedOut'),
    words: t('flow:notSaved.words'),
    button: t(fault ? 'flow:notSaved.again' : 'claim:notSaved.signIn'),
  }
  const kept = { ...sent, says, address: addressOf(request) }
  notSaved.set(context, kept)
  return answerOf(kept)
}

const answerOf = (kept: NotSaved) => Response.json(kept, { status: kept.notSaved === 'fault' ? 503 : 403 })

const isPlainForm = ({ headers }: Request) => /^application\/x-www-form-urlencoded\b/i.test(headers.get('Content-Type') ?? '')

async function fieldsOf(copy: Request): Promise<[string, string][] | null> {
  const form = await readForm(copy, SECTION_FORM).catch(() => null)
  return form && [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && !isSecret(field[0]))
}

/** Where a form was sent, as a page names it: Remix marks requests of its own. */
function addressOf({ url }: Request): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('_routes')
  const search = searchParams.toString().replace(/^index=(?=&|$)/, 'index')
  return pathname.replace(/\.data$/, '') + (search && `?${search}`)
}
