import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { POSTGRES_FOLDER } from './test-postgres.ts'

/** A program outside npm, with the Debian package that brings it. */
interface Tool {
  readonly program: string
  readonly debianPackage: string
  readonly optional?: boolean
}

/** What the tests need. */
const TOOLS: readonly Tool[] = [
  { program: '/usr/bin/chromium', debianPackage: 'chromium' },
  { program: '/usr/bin/chromium-headless-shell', debianPackage: 'chromium-headless-shell' },
  { program: '/usr/bin/pdftotext', debianPackage: 'poppler-utils' },
  { program: '/usr/bin/qpdf', debianPackage: 'qpdf' },
  { program: POSTGRES_FOLDER, debianPackage: 'postgresql' },
  // Without it one browser test is skipped, and says so.
  { program: '/usr/sbin/nginx', debianPackage: 'nginx', optional: true },
]

/**
 * Installs what is missing from Debian's packages when run as root.
 * @returns a sentence that says what to install, where this cannot be done here; `null` when all is there
 */
export function installMissingTools(tools = TOOLS): string | null {
  const absent = tools.filter(tool => !existsSync(tool.program))
  if (absent.length === 0) return null
  const missing = absent.map(tool => tool.debianPackage)
  const needed = absent.filter(tool => !tool.optional).map(tool => tool.debianPackage)
  const how =
    needed.length === 0 ? null : `Something is missing: ${needed.join(' and ')}. Install it with: apt-get install ${needed.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return how
  console.log(`Installing ${missing.join(' and ')} from Debian's packages`)
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    const result = spawnSync('apt-get', step, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (result.status !== 0) return how
  }
  return null
}
