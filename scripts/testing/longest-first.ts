import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that run longest, the longest first. */
const LONG = [
  'app/data/killed-server.server',
  'scripts/packet',
  'app/data/two-writers.server',
  'app/data/caseload/caseload.server',
  'scripts/form',
  'app/data/backup/backup.server',
]

const placeOf = ({ moduleId }: TestSpecification) => {
  const place = LONG.findIndex(name => moduleId.endsWith(`${name}.test.ts`))
  return place === -1 ? LONG.length : place
}

/**
 * Starts the longest files first, so that none of them runs alone at the end while the other processor waits. Vitest does so by itself
 * where it has run before.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}
