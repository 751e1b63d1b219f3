import type { DraftEvent } from './events.ts'
import { replayDraft } from './machine.ts'

/** Events that repeat while a draft is prepared; a later one can make an earlier one irrelevant. */
const REPEATS: ReadonlySet<DraftEvent['type']> = new Set(['PRINTED', 'ANSWER_CHANGED'])

/**
 * Whether a change does nothing to a history without events. Most claims have such a history and are saved often, so this is worked out
 * once.
 */
const CHANGE_TELLS_NOTHING_AT_FIRST = JSON.stringify(replayDraft([])) === JSON.stringify(replayDraft([{ type: 'ANSWER_CHANGED' }]))

const told = (history: readonly DraftEvent[]) => JSON.stringify(replayDraft(history))

/**
 * Adds an event to a history. Returns the same list where the event changes nothing, and leaves out the printings and changes that it makes
 * irrelevant, so that the history of a draft that is printed every day does not grow. The result replays to the same state as the whole
 * list.
 */
export function recorded(history: readonly DraftEvent[], event: DraftEvent): readonly DraftEvent[] {
  if (history.length === 0 && event.type === 'ANSWER_CHANGED' && CHANGE_TELLS_NOTHING_AT_FIRST) return history
  const state = told([...history, event])
  if (state === told(history)) return history
  // Only an event that repeats makes an earlier one irrelevant: the state of a closed draft does not tell what it comes back to when it is
  // opened again.
  if (!REPEATS.has(event.type)) return [...history, event]
  let kept = history
  for (let last = kept.at(-1); last && REPEATS.has(last.type); last = kept.at(-1)) {
    const shorter = kept.slice(0, -1)
    if (told([...shorter, event]) !== state) break
    kept = shorter
  }
  return [...kept, event]
}
