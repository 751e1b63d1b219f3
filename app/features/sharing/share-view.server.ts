import type { ShareChoice, ShareUse, ShareView as SharedWith } from '#app/data/cases/index.server.ts'
import { dayInLosAngeles } from '#app/clock.server.ts'
import type { Speech } from '#app/features/claim/speech.server.ts'
import { onWayToShare } from '#app/features/claim/way-to-share.server.ts'
import { findVisit, PATHS, seeOther, type ClaimVisit } from '#app/features/claim/visit.server.ts'
import { formatClock, formatDate } from '#app/i18n/format.ts'
import type { Services } from '#app/services.server.ts'

/** Sentences of the page without values to fill in. They come with the page, so that the browser needs no file of sentences. */
const WORDS = [
  'title',
  'lede',
  'codeTitle',
  'codeLabel',
  'codeHint',
  'codeTyped',
  'codeNext',
  'none',
  'sharedTitle',
  'change',
  'changeSave',
  'takeBack',
  'takeBackText',
  'usesTitle',
  'usesNone',
  'noWordsTitle',
  'noWordsText',
  'makeWords',
  'confirmAnswers',
  'chooseTitle',
  'share',
  'cancel',
  'law',
  'stays',
] as const
type Words = Readonly<Record<(typeof WORDS)[number], string>>

/** One box to tick. */
export interface ChoiceBox {
  readonly name: keyof ShareChoice
  readonly label: string
  readonly hint: string
  readonly on: boolean
}

export interface SharePageView {
  readonly words: Words
  readonly hasPhrase: boolean
  readonly shares: readonly {
    readonly caseId: string
    readonly name: string
    readonly since: string
    readonly boxes: readonly ChoiceBox[]
    readonly has: string
    readonly uses: readonly string[]
  }[]
  readonly done: string | null
}

/** Asks whether to share with the organization whose code was typed. */
export interface ConfirmView {
  readonly words: Words
  readonly title: string
  readonly code: string
  readonly hasPhrase: boolean
  /** Address of the page that makes a phrase. The code goes along after `#`, because browsers send that part nowhere. */
  readonly makeWordsPath: string
  readonly boxes: readonly ChoiceBox[]
}

/** The shares of claims; throws 404 on a server without organizations. */
export function requireShares({ casework }: Services) {
  if (!casework) throw new Response(null, { status: 404 })
  return casework.shares
}

/**
 * The open claim. Without one, throws a redirect to the page that opens a claim and then leads back to here, because a survivor may
 * scan the picture with a telephone on which the claim is closed.
 */
export async function requireSharer(services: Services, request: Request): Promise<ClaimVisit> {
  const visit = await findVisit(services, request)
  if (!visit) throw seeOther(onWayToShare(PATHS.return))
  return visit
}

export async function shareView(services: Services, request: Request): Promise<SharePageView> {
  const shares = requireShares(services)
  const visit = await requireSharer(services, request)
  const shared = await shares.list(visit.session)
  if (!shared) throw seeOther(onWayToShare(PATHS.return))
  const { t } = visit.speech
  const done = new URL(request.url).searchParams.get('done')
  return {
    words: wordsOf(visit),
    hasPhrase: visit.draft.hasPhrase,
    shares: shared.map(share => viewOf(share, visit.speech)),
    done: done === 'shared' || done === 'changed' || done === 'back' ? t(`sharing:claim.done.${done}`) : null,
  }
}

/** The page that asks the survivor before anything is shared. */
export const confirmView = (visit: ClaimVisit, code: string, organizationName: string, choice: ShareChoice): ConfirmView => ({
  words: wordsOf(visit),
  title: visit.speech.t('sharing:claim.confirmTitle', { name: organizationName }),
  code,
  hasPhrase: visit.draft.hasPhrase,
  makeWordsPath: `${onWayToShare(PATHS.save)}#${code}`,
  boxes: boxesOf(visit.speech, choice),
})

const wordsOf = ({ speech: { t } }: ClaimVisit) => Object.fromEntries(WORDS.map(word => [word, t(`sharing:claim.${word}`)])) as Words

const NAMES = ['story', 'papers', 'mayEdit'] as const satisfies readonly (keyof ShareChoice)[]

const boxesOf = ({ t }: Speech, choice: ShareChoice): ChoiceBox[] =>
  NAMES.map(name => ({ name, label: t(`sharing:claim.box.${name}`), hint: t(`sharing:claim.hint.${name}`), on: choice[name] }))

function viewOf({ caseId, organizationName, choice, since, uses }: SharedWith, speech: Speech): SharePageView['shares'][number] {
  const { t, language } = speech
  const has = [t('sharing:claim.hasAnswers'), ...NAMES.map(name => t(`sharing:claim.${choice[name] ? 'has' : 'hasNot'}.${name}`))].join(' ')
  return {
    caseId,
    name: organizationName,
    since: t('sharing:claim.since', { day: formatDate(dayInLosAngeles(since), language) }),
    boxes: boxesOf(speech, choice),
    has,
    uses: usesOf(uses, speech),
  }
}

/** The uses of a shared claim: a line for each kind, role and day, with the latest time of that day. */
function usesOf(uses: readonly ShareUse[], { t, language }: Speech): string[] {
  const latest = new Map<string, string>()
  for (const { kind, role, at } of uses) {
    const told = {
      role: t(`sharing:role.${role}`),
      what: t(`sharing:use.${isTold(kind) ? kind : 'other'}`),
      day: formatDate(dayInLosAngeles(at), language),
    }
    const line = JSON.stringify(told)
    if (!latest.has(line)) latest.set(line, t('sharing:claim.use', { ...told, time: formatClock(at, language) }))
  }
  return [...latest.values()]
}

const TOLD = ['case.read', 'case.saved', 'case.printed', 'case.exported', 'case.step'] as const
const isTold = (kind: string): kind is (typeof TOLD)[number] => TOLD.some(told => told === kind)
