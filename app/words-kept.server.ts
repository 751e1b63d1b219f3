import type { ActionFunctionArgs, AppLoadContext, ServerBuild } from '@remix-run/node'
import { leadsToSignIn } from './auth/visit.server.ts'
import { statusOf, type NotSaved } from './components/not-saved.ts'
import { eachRoute, type Route } from './each-route.server.ts'
import { logError } from './error-log.server.ts'
import { unreadQuestionPage } from './features/claim/question/unread-question.server.ts'
import { requestLanguage } from './security/request-language.server.ts'
import { getTranslate } from './i18n/resources.server.ts'
import { notSavedDocument } from './not-saved-document.server.tsx'
import { isPlainForm } from './security/forms/read-form-data.server.ts'
import { copiedWords, watchForm, withoutSecrets, type Fields } from './words-sent.server.ts'

type Action = NonNullable<Route['module']['action']>
type Loader = NonNullable<Route['module']['loader']>

/** Routes whose forms are never given back. A person types a secret again. */
const WITH_SECRETS = /^routes\/work\.(?:sign-in|join|security|import)/

/** The form of a request. It is kept from the beginning of its action, because a loader of its page may fail after the action. */
interface Sent {
  readonly args: ActionFunctionArgs
  readonly route: string
  /** All fields that were sent, without files and secrets. They are read once, when needed; `null` if they cannot be read again. */
  readonly fields: () => Promise<Fields | null>
  /** Whether the form may have a file. */
  readonly withFile: boolean
  /** Makes the answer that gives the form back. */
  readonly answer: (kept: NotSaved) => Response
}

const forms = new WeakMap<AppLoadContext, Sent>()
/** Forms that could not be saved, as they go back to their senders, by request. */
const notSaved = new WeakMap<AppLoadContext, NotSaved>()

/**
 * The build, changed so that no form loses what a person wrote. If an action or a loader of its page fails by a fault of ours, or if the
 * member is no longer signed in, the page comes back with everything that was sent. Routes that answer scripts keep their own answers.
 */
export function withWordsKept(build: ServerBuild): ServerBuild {
  const styles = build.assets.routes.root?.css ?? []
  return eachRoute(build, route => keeping(route, styles))
}

function keeping(route: Route, styles: readonly string[]): Route {
  const { module } = route
  const isPage = module.default !== undefined
  if (route.id === 'root' || (!isPage && !module.action)) return route
  return {
    ...route,
    module: {
      ...module,
      ...(module.action && !WITH_SECRETS.test(route.id) && { action: keepingAction(route, module.action, styles) }),
      ...(isPage && module.loader && { loader: keepingLoader(module.loader) }),
    },
  }
}

const keepingAction =
  ({ id, module }: Route, action: Action, styles: readonly string[]): Action =>
  async given => {
    const asDocument = module.default === undefined
    if (asDocument && !asksForPage(given.request)) return action(given)
    const watched = watchForm(given.request)
    const args = { ...given, request: watched.request }
    let read: Promise<Fields | null> | undefined
    const sent: Sent = {
      args,
      route: id,
      withFile: !isPlainForm(args.request),
      fields: () => (read ??= watched.fields().then(fields => withoutSecrets(fields, asDocument))),
      answer: kept => (asDocument ? notSavedDocument(args.request, styles, kept) : asJson(kept)),
    }
    forms.set(args.context, sent)
    try {
      const result: unknown = await action(args)
      return leadsToSignIn(result) ? await signedOut(sent, result) : result
    } catch (thrown) {
      if (leadsToSignIn(thrown)) throw await signedOut(sent, thrown)
      // A response that was thrown is an answer, not a fault.
      throw thrown instanceof Error ? await failed(sent, thrown) : thrown
    }
  }

/** Whether a browser asks for a page to show, and not a script of ours. */
const asksForPage = ({ headers }: Request) => headers.get('Accept')?.includes('text/html') === true

/** A loader that does not run beside a page that gives a form back, because the loader may need the part that failed. */
const keepingLoader =
  (loader: Loader): Loader =>
  async args => {
    const kept = notSaved.get(args.context)
    if (kept) throw asJson(kept)
    try {
      return await loader(args)
    } catch (thrown) {
      const sent = forms.get(args.context)
      throw sent && thrown instanceof Error ? await failed(sent, thrown) : thrown
    }
  }

/** The answer to throw for a fault of ours: the page with everything that was sent, or the fault itself if nothing can be given back. */
async function failed(sent: Sent, error: Error): Promise<Response | Error> {
  const { args, route } = sent
  const fields = await sent.fields()
  if (!fields || args.request.signal.aborted) return error
  logError(error)
  return sendBack(sent, {
    notSaved: 'fault',
    fields,
    words: copiedWords(fields),
    page: unreadQuestionPage(args, route, fields),
  })
}

/** The page with the words of a member who is no longer signed in, only to be copied; or the redirect to the sign-in if there are none. */
async function signedOut(sent: Sent, leading: unknown): Promise<unknown> {
  const words = copiedWords((await sent.fields()) ?? [])
  return words.length === 0 ? leading : sendBack(sent, { notSaved: 'signed-out', fields: [], words, page: null })
}

function sendBack({ args: { request, context }, withFile, answer }: Sent, back: Omit<NotSaved, 'says' | 'address'>): Response {
  const t = getTranslate(requestLanguage(request).code)
  const fault = back.notSaved === 'fault'
  const says = {
    title: t('flow:notSaved.title'),
    text: t(fault ? 'flow:notSaved.text' : 'claim:notSaved.signedOut'),
    words: t('flow:notSaved.words'),
    button: t(fault ? 'flow:notSaved.again' : 'claim:notSaved.signIn'),
    file: withFile ? t('claim:notSaved.file') : null,
    back: fault ? null : t('claim:notSaved.back'),
  }
  const kept = { ...back, says, address: addressOf(request) }
  notSaved.set(context, kept)
  return answer(kept)
}

const asJson = (kept: NotSaved) => Response.json(kept, { status: statusOf(kept) })

/** The address to which a form was sent, without the marks that Remix adds to its own requests. */
function addressOf({ url }: Request): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('_routes')
  const search = searchParams.toString().replace(/^index=(?=&|$)/, 'index')
  return pathname.replace(/\.data$/, '') + (search && `?${search}`)
}
