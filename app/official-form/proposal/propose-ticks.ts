import type { Translate } from '#app/i18n/translator.ts'
import { findAnswer, FORM_ANSWERS } from '../answers/index.ts'
import { wordsOf } from '../field-words.ts'
import type { FieldBox, FormFacts, FormField } from '../form-field.ts'
import type { MapEntry, Tick } from '../form-map.ts'
import { lastPart } from '../must-stay-blank.ts'
import { YES_NO_CLUES } from './clues.ts'
import { labelOf, questionNear } from './nearby.ts'

/** A box and an answer match when they share more than this part of their words. */
const LIKENESS = 0.5
const CONFIDENCE = { choice: 0.6, yesNo: 0.5 } as const
const LITTLE_WORDS = new Set(['a', 'an', 'the', 'of', 'or', 'and', 'to', 'for', 'in', 'my', 'i', 'from'])

/** Proposes the answers that tick the boxes of a field. A field without any clue stays blank. */
export function proposeTicks(field: FormField, form: FormFacts, t: Translate): MapEntry {
  const found = field.boxes.flatMap(box => {
    const proposal = proposeTick(field, box, form, t)
    return proposal ? [proposal] : []
  })
  const first = found[0]
  if (!first) return { field: field.name, use: 'blank', why: 'undecided' }
  const ticks = found.map(({ tick }) => tick).filter((tick, index, all) => all.findIndex(one => one.option === tick.option) === index)
  return { field: field.name, use: 'ticks', ticks, basis: { by: first.by, words: first.words.slice(0, 120), confidence: first.confidence } }
}

interface Proposal {
  readonly tick: Tick
  readonly by: 'tooltip' | 'name' | 'label'
  readonly words: string
  readonly confidence: number
}

function proposeTick(field: FormField, box: FieldBox, form: FormFacts, t: Translate): Proposal | null {
  const option = box.option ?? field.options[0] ?? 'Yes'
  const label = wordsOf(labelOf(box, form, true))
  const tooltip = wordsOf(field.tooltip ?? '')
  const own = wordsOf(`${lastPart(field.name)} ${field.options.length > 1 ? option : ''}`)
  const sources = [
    // When a field has several boxes with different meanings, its tooltip names the whole group.
    ...(field.options.length > 1 ? [] : [{ by: 'tooltip' as const, words: tooltip }]),
    { by: 'label' as const, words: label },
    { by: 'name' as const, words: own },
  ].filter(source => source.words !== '')
  for (const { by, words } of sources) {
    const best = likeliest(words, t)
    if (best) return { tick: { option, ...best }, by, words, confidence: CONFIDENCE.choice }
  }
  const says = [label, own, tooltip].map(words => /^(.* )?(yes|si|no)( .*)?$/.exec(words)?.[2]).find(Boolean)
  const question = [tooltip, own, wordsOf(questionNear(box, form))].join(' ')
  const answer = YES_NO_CLUES.find(([clue]) => clue.test(question))?.[1]
  // A box that says neither "yes" nor "no" is ticked for "yes" only when its own words name the matter.
  const equals =
    says === undefined
      ? YES_NO_CLUES.some(([clue, id]) => id === answer && clue.test(`${label} ${tooltip}`))
        ? 'yes'
        : null
      : says === 'no'
        ? 'no'
        : 'yes'
  if (!answer || !equals || !findAnswer(answer)) return null
  return {
    tick: { option, answer, equals },
    by: tooltip === '' ? 'label' : 'tooltip',
    words: (tooltip === '' ? label : tooltip) || own,
    confidence: CONFIDENCE.yesNo,
  }
}

/** The choice that shares the most words with a box. */
function likeliest(words: string, t: Translate): Pick<Tick, 'answer' | 'equals'> | null {
  const own = significant(words)
  let best: { answer: string; equals: string; score: number } | null = null
  for (const answer of FORM_ANSWERS) {
    for (const value of answer.choices?.values ?? []) {
      // A form may use the words of the law, which are also the choice's code, or plainer ones like ours.
      const said = [value, t(`terms:${answer.choices?.terms}.${value}`)].map(text => significant(wordsOf(text)))
      const score = Math.max(...said.map(other => likeness(own, other)))
      if (value !== 'other' && score > LIKENESS && score > (best?.score ?? 0)) best = { answer: answer.id, equals: value, score }
    }
  }
  return best && { answer: best.answer, equals: best.equals }
}

function likeness(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...own].filter(word => other.has(word)).length
  return shared / Math.max(1, Math.min(own.size, other.size) + Math.abs(own.size - other.size) / 2)
}

const significant = (words: string) => new Set(words.split(' ').filter(word => word !== '' && !LITTLE_WORDS.has(word)))
