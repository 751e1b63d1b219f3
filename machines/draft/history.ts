import type { DraftEvent } from './events.ts'
import { replayDraft } from './machine.ts'

/** What repeats itself while a draft is prepared, again and again, and then no longer matters. */
const REPEATS: ReadonlySet<DraftEvent['type']> = new Set(['PRINTED', 'ANSWER_CHANGED'])

/** Most claims are at the very beginning of their life, and saves are many: what a change does there is found out once. */
const CHANGE_TELLS_NOTHING_AT_FIRST = JSON.stringify(replayDraft([])) === JSON.stringify(replayDraft([{ type: 'ANSWER_CHANGED' }]))

const told = (history: readonly DraftEvent[]) => JSON.stringify(replayDraft(history))

/**
 * Adds what has happened to a history: the same list where it changes nothing, and without the printings and changes that
 * it makes moot, so that a draft that is printed every day does not grow. The replay is that of the whole list.
 */
export function recorded(history: readonly DraftEvent[], event: DraftEvent): readonly DraftEvent[] {
  if (history.length === 0 && event.type === 'ANSWER_CHANGED' && CHANGE_TELLS_NOTHING_AT_FIRST) return history
  const state = told([...history, event])
  if (state === told(history)) return history
  // Only what repeats itself makes something moot: a closed draft tells nothing of what it comes back to when it is opened again.
  if (!REPEATS.has(event.type)) return [...history, event]
  let kept = history
  for (let last = kept.at(-1); last && REPEATS.has(last.type); last = kept.at(-1)) {
    const shorter = kept.slice(0, -1)
    if (told([...shorter, event]) !== state) break
    kept = shorter
  }
  return [...kept, event]
}
