import { expect, test } from 'vitest'
import { keepingSections, withSection } from './report-sections.ts'

const REPORT = '# Report\n\nWords.\n\n## One\n\n1\n\n### Part of one\n\n## Two\n\n2\n'

test('a section takes the place of the one with its heading, and stands at the end where there is none', () => {
  expect(withSection(REPORT, '## One\n\nnew\n')).toBe('# Report\n\nWords.\n\n## One\n\nnew\n\n## Two\n\n2\n')
  expect(withSection(REPORT, '## Three\n\n3')).toBe(`${REPORT}\n## Three\n\n3\n`)
})

test('a new report keeps what another run measured, and nothing of its own from before', () => {
  const isKept = (heading: string) => heading !== '## Gone'
  expect(keepingSections('# Report\n\n## One\n\nnew\n', `${REPORT}\n## Gone\n\nx\n`, isKept)).toBe(
    '# Report\n\n## One\n\nnew\n\n## Two\n\n2\n',
  )
})
