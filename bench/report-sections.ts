const HEADING = /^## .*$/m

/** The parts of a report: what stands before its first heading of the second level, then a part for each. */
function partsOf(report: string): string[] {
  return report.split(/^(?=## )/m)
}

const headingOf = (part: string): string | null => HEADING.exec(part)?.[0] ?? null
const joined = (parts: readonly string[]) => `${parts.map(part => part.trim()).join('\n\n')}\n`

/** The report with a part put in the place of the one with the same heading, or at the end. */
export function withSection(report: string, section: string): string {
  const parts = partsOf(report)
  const place = parts.findIndex(part => headingOf(part) === headingOf(section))
  return joined(place < 0 ? [...parts, section] : parts.with(place, section))
}

/**
 * A new report that keeps those parts of the one before which it does not make itself.
 * @param isKept whether a heading is of a part that is measured by a run of its own
 */
export function keepingSections(fresh: string, before: string, isKept: (heading: string) => boolean): string {
  const made = new Set(partsOf(fresh).map(headingOf))
  const kept = partsOf(before).filter(part => {
    const heading = headingOf(part)
    return heading !== null && isKept(heading) && !made.has(heading)
  })
  return joined([...partsOf(fresh), ...kept])
}
