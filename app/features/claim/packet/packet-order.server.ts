import { readValues } from '#app/forms/sent-form.server.ts'
import type { PacketOrder } from '#app/packet/render/render-packet.server.ts'
import { SMALL_FORM } from '#app/security/forms/form-bounds.ts'
import type { LanguageCode } from '#app/i18n/languages.ts'
import { QUESTION_IDS } from '#machines/answers/questions/index.ts'
import { assembleClaim } from '#machines/claim/assemble.ts'
import { isOwnWords } from '#machines/claim/authors.ts'
import { readPacketOptions, type ChosenPapers } from './packet-options.server.ts'
import { PATHS, type AnswerVisit } from '../visit.server.ts'

/** The order from which the papers of an open claim are made. */
export function packetOrder(
  { draft, speech, today }: AnswerVisit,
  { options, password, language }: ChosenPapers,
): Omit<PacketOrder, 'part'> {
  return {
    claim: assembleClaim(draft.answers, today, { language: writtenIn(draft, speech) }),
    today,
    language: language ?? speech.language,
    options,
    ...(password !== undefined && { password }),
  }
}

/**
 * The language of the words in the claim: words in another language than English get room for a translation, whatever language the papers
 * and the page are in. It is the language in which the person saved the answers, or that of the page where members wrote all of them.
 */
function writtenIn({ answers, authors, language }: AnswerVisit['draft'], speech: AnswerVisit['speech']): LanguageCode {
  return QUESTION_IDS.some(page => isOwnWords(authors, answers, page)) ? language : speech.language
}

/**
 * The choices that were sent with a button of the packet page.
 * @throws Response that sends the same form on to the packet page (307), which says what to correct and keeps everything that was
 * chosen. In this way no choice has to be stored or stand in an address.
 */
export async function requireChoices(request: Request, { today }: AnswerVisit): Promise<ChosenPapers> {
  const { chosen, problems } = readPacketOptions(await readValues(request, SMALL_FORM), today)
  if (problems.length > 0) throw new Response(null, { status: 307, headers: { Location: PATHS.packet } })
  return chosen
}
