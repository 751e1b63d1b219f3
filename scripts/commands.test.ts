import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runFromSource } from './testing/run-script.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const sourceOf = (command: string) => /^tsx scripts\/([\w-]+)\.ts$/.exec(scripts[command] ?? '')?.[1] ?? ''

/**
 * One command of each kind: one that calculates, one that fills forms, one that opens the data folder, and the tests. Each says how it is
 * used when it is given more words than it takes.
 */
const COMMANDS = ['estimate', 'form:fill', 'backup', 'test']

test.each(COMMANDS)('npm run %s starts from its source, and says how it is used', command => {
  expect(sourceOf(command)).not.toBe('')
  const { code, stdout, stderr } = runFromSource(sourceOf(command), ['a', 'b', 'c', 'd', 'e', 'f'])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/\w/)
})
