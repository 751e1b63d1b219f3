import { keptBeforeMailing } from './documents/kept-before-mailing.ts'
import { keptContents } from './documents/kept-contents.ts'
import { keptCopyPage } from './documents/kept-copy-page.ts'
import { keptEstimate } from './documents/kept-estimate.ts'
import { keptHelp } from './documents/kept-help.ts'
import { keptLaterLetters } from './documents/kept-later-letters.ts'
import { keptMailing } from './documents/kept-mailing.ts'
import { keptOverview } from './documents/kept-overview.ts'
import { keptProofGuide } from './documents/kept-proof-guide.ts'
import { proofLetters } from './documents/kept-proof-letters.ts'
import { keptSafety, mayBeInDanger } from './documents/kept-safety.ts'
import { keptSigning } from './documents/kept-signing.ts'
import { keptTimeline } from './documents/kept-timeline.ts'
import type { KeptTelling } from './kept-telling.ts'
import type { Sheet } from './sheet.ts'

/**
 * Everything that a person keeps, in the order in which a tired person needs it. When the answers point to danger, the sheet
 * on which papers are safe at home comes first. Each letter to an office begins its own page, because it is sent.
 */
export function keptPart(telling: KeptTelling): readonly Sheet[] {
  const letters = proofLetters(telling)
  const safety = keptSafety(telling, letters.length > 0)
  const inDanger = mayBeInDanger(telling.claim)
  const flowing = (sheet: Sheet): Sheet => ({ ...sheet, flows: true })
  const steps = [keptBeforeMailing(telling), keptSigning(telling), keptMailing(telling), keptTimeline(telling), keptLaterLetters(telling)]
  const help = keptHelp(telling)
  const overview = keptOverview(telling)
  const rest: Sheet[] = [
    ...steps.map((sheet, index) => (index === 0 ? sheet : flowing(sheet))),
    ...(letters.length > 0
      ? [flowing(keptProofGuide(telling, letters)), ...letters, keptEstimate(telling)]
      : [flowing(keptEstimate(telling))]),
    keptCopyPage(telling),
    ...telling.copies,
    help,
  ]
  const first = inDanger ? [overview] : [overview, flowing(safety)]
  const contents = keptContents(telling, inDanger ? [safety, ...first, ...rest] : [...first, ...rest], letters)
  const [start, ...others] = first
  return [...(inDanger ? [safety, flowing(contents)] : [contents]), ...(start ? [flowing(start)] : []), ...others, ...rest]
}
