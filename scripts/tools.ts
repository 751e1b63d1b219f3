import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Programs outside npm that the tests need, with the Debian package that brings each. */
const TOOLS = [
  { program: '/usr/bin/chromium', debianPackage: 'chromium' },
  { program: '/usr/bin/pdftotext', debianPackage: 'poppler-utils' },
] as const

/**
 * Installs what is missing from Debian's packages when run as root.
 * @returns a sentence that says what to install, where this cannot be done here; `null` when all is there
 */
export function installMissingTools(): string | null {
  const missing = TOOLS.filter(tool => !existsSync(tool.program)).map(tool => tool.debianPackage)
  if (missing.length === 0) return null
  const how = `The tests need ${missing.join(' and ')}. Install with: apt-get install ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return how
  console.log(`Installing ${missing.join(' and ')} from Debian's packages`)
  for (const step of [['update', '-qq'], ['install', '-y', '-qq', '--no-install-recommends', ...missing]]) {
    const result = spawnSync('apt-get', step, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    if (result.status !== 0) return how
  }
  return null
}
