import type { LanguageCode } from '#app/i18n/languages.ts'
import type { Telling } from '../answers.ts'
import type { Row, Sheet } from '../sheet.ts'
import { hasOwnClaimant } from '../signers.ts'
import { translatorSignature } from './translation-blocks.ts'

/** What a person typed in their own words, with the label under which the sheets print it. */
interface Words {
  readonly label: string
  readonly text: string
  readonly path: string
}

/**
 * The words of the claim that a person typed in another language than English, beside the story, each with a line for its translation,
 * and the translator's own statement. They stand on English sheets, where nobody could read them. Names and places need no translation.
 * @param told the language in which the person works
 * @returns `null` where the person works in English or typed no such words
 */
export function ownWords(telling: Telling, told: LanguageCode): Sheet | null {
  const words = told === 'en' ? [] : typedWords(telling)
  if (words.length === 0) return null
  const { t, language } = telling
  const english = t('packet:story.translation.title')
  return {
    id: 'own-words',
    title: english,
    eyebrow: t('packet:eyebrow.companion'),
    language,
    blocks: [
      { kind: 'paragraph', text: t('packet:story.translation.space') },
      ...words.map(({ label, text, path }) => ({
        kind: 'rows' as const,
        rows: [
          { label, value: text, paths: [path] },
          { label: english, value: '', paths: [], blank: true },
        ] satisfies Row[],
      })),
      translatorSignature(telling, told),
    ],
  }
}

function typedWords({ claim, t }: Telling): Words[] {
  const { victim, claimant, work, otherLosses, otherSources, emergency, lateFiling } = claim
  const field = (key: string, text: string | undefined, path: string): [string, string | undefined, string] => [
    t(`packet:field.${key}`),
    text,
    path,
  ]
  const entries = <T>(
    list: readonly T[] | undefined,
    name: string,
    part: string,
    label: string,
    textOf: (entry: T) => string | undefined,
  ) => (list ?? []).map((entry, index): [string, string | undefined, string] => [t(label), textOf(entry), `${name}.${index}.${part}`])
  return [
    field('relationship', hasOwnClaimant(claim) ? claimant?.relationship : undefined, 'claimant.relationship'),
    field('safeTimes', victim?.safeTimes, 'victim.safeTimes'),
    ...entries(work, 'work', 'kind', 'packet:column.kind', ({ kind }) => kind),
    ...entries(otherLosses, 'otherLosses', 'detail', 'packet:column.detail', ({ detail }) => detail),
    ...entries(otherSources, 'otherSources', 'detail', 'packet:column.detail', ({ detail }) => detail),
    field('emergencyReason', emergency?.reason, 'emergency.reason'),
    field('testifiedDetail', lateFiling?.testifiedDetail, 'lateFiling.testifiedDetail'),
    field('paroleOrReleaseDetail', lateFiling?.paroleOrReleaseDetail, 'lateFiling.paroleOrReleaseDetail'),
    field('lateReason', lateFiling?.reason, 'lateFiling.reason'),
  ].flatMap(([label, text, path]) => (text !== undefined && /\p{L}/u.test(text) ? [{ label, text: text.trim(), path }] : []))
}
