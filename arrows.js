import { isBuiltin } from 'node:module'
import path from 'node:path'

/**
 * Which folder may import which: the one table. Lint refuses every import that does not stand here (`arrows-rule.js`), and
 * `machines/arrows.test.ts` proves it: each arrow is taken by some file, none closes a circle, and `docs/architecture.md` says the same.
 *
 * A row is a room: a folder with all that lies below it, down to the next row; or, with `holds`, files that have no folder of their own.
 * @typedef {object} Room
 * @property {readonly string[]} imports rooms (`machines/*`: all that begin so) and packages (`node:*`: those of Node)
 * @property {readonly string[]} [tests] what its tests may import beside that and beside `TEST_TOOLS`
 * @property {RegExp} [holds] paths of its files, where they are not simply the folder of that name
 */

/** Files that only tests use. */
export const TEST_FILE = /\.test\.tsx?$|\/testing\//

/** What every test may import. */
export const TEST_TOOLS = ['vitest', 'fast-check', 'node:*']

/** @type {Readonly<Record<string, Room>>} */
export const ROOMS = {
  'machines/calendar': { imports: [] },
  'machines/text': { imports: [] },
  'machines/law': { imports: ['machines/calendar'] },
  'machines/answers': { imports: ['machines/calendar', 'machines/law', 'zod'], tests: ['locales'] },
  'machines/rules': { imports: ['machines/calendar', 'machines/law', 'machines/answers'], tests: ['machines/draft'] },
  'machines/claim': { imports: ['machines/calendar', 'machines/answers', 'machines/rules', 'xstate'] },
  'machines/eligibility': { imports: ['machines/calendar', 'machines/answers', 'machines/rules', 'xstate', 'zod'] },
  'machines/draft': { imports: ['machines/calendar', 'machines/law', 'machines/rules', 'xstate', 'zod'] },
  'machines/casework': {
    imports: [...['machines/text'], 'machines/calendar', 'machines/answers', 'machines/rules', 'machines/claim', 'machines/draft'],
  },
  'machines/house': {
    holds: /^machines\/[^/]+$/,
    imports: [],
    tests: ['machines/law', 'machines/testing', 'app/components', 'app/i18n', 'config', 'eslint', 'prettier', 'typescript-eslint'],
  },
  'machines/testing': { imports: [], tests: ['typescript'] },
  locales: {
    imports: [],
    tests: ['app/i18n', 'machines/law', 'machines/answers', 'machines/rules', 'machines/draft', 'scripts'],
  },

  'app/ground': {
    holds: /^app\/(clock|settings|program|whole-file|error-log|database-trouble)\.server\.ts$/,
    imports: ['machines/calendar', 'node:*'],
  },
  'app/keys': { imports: ['@node-rs/argon2', 'node:*'] },
  'app/i18n': { imports: ['machines/calendar', 'machines/answers', 'i18next', 'node:*'] },
  'app/security': {
    imports: [
      ...['machines/text'],
      ...['app/keys', 'app/i18n', 'machines/answers'],
      ...[
        '@node-rs/argon2',
        '@scure/bip39',
        '@simplewebauthn/server',
        'express',
        'helmet',
        'node:*',
        'otpauth',
        'rate-limiter-flexible',
        'zod',
      ],
    ],
    tests: ['app/testing'],
  },
  'app/pdf': { imports: ['@hyzyla/pdfium'] },
  'app/packet': {
    imports: ['app/i18n', 'machines/calendar', 'machines/law', 'machines/answers', 'machines/rules'],
    tests: ['app/packet/render'],
  },
  'app/packet/pdf': {
    imports: ['app/packet', 'app/i18n', '@cantoo/pdf-lib', 'bidi-js', 'fontkit', 'harfbuzzjs', 'node:*', 'pdfkit'],
    tests: ['app/packet/render', 'sharp'],
  },
  'app/packet/render': {
    imports: [
      ...['app/packet', 'app/packet/pdf', 'app/ground', 'app/i18n', 'machines/calendar', 'machines/answers'],
      ...['node:*', 'piscina', 'tsx'],
    ],
    tests: ['app/testing'],
  },
  'app/evidence': {
    imports: [
      ...['app/ground', 'app/security', 'app/packet', 'app/pdf'],
      ...['@cantoo/pdf-lib', '@hyzyla/pdfium', 'file-type', 'heic-decode', 'node:*', 'sharp', 'tsx'],
    ],
    tests: ['app/i18n', 'app/packet/render', 'app/testing'],
  },
  'app/official-form': {
    imports: [
      ...['app/ground', 'app/i18n', 'app/packet', 'app/packet/pdf', 'app/pdf', 'machines/calendar', 'machines/answers'],
      ...['@cantoo/pdf-lib', 'node:*', 'piscina', 'sharp', 'tsx', 'zod'],
    ],
  },
  'app/calendar': {
    imports: ['app/i18n', 'machines/calendar', 'machines/rules', 'machines/casework'],
    tests: ['machines/draft', 'ical.js'],
  },
  'app/data/generated': { imports: [] },
  'app/data/engine': {
    imports: [
      'app/ground',
      '@prisma/adapter-better-sqlite3',
      '@prisma/adapter-pg',
      '@prisma/driver-adapter-utils',
      'app/data/generated',
      'better-sqlite3',
      'node:*',
      'pg',
    ],
    tests: ['app/data', 'app/data/testing', 'scripts'],
  },
  'app/data/installation': { imports: ['app/ground', 'app/keys', 'app/data/engine', 'node:*'], tests: ['app/data', 'app/data/testing'] },
  'app/data/backup': {
    imports: ['app/ground', 'app/data/engine', 'app/data/installation', 'better-sqlite3', 'node:*', 'pg'],
    tests: ['app/data/organizations', 'app/data', 'app/data/testing', 'scripts'],
  },
  'app/data/organizations': {
    imports: ['machines/casework', 'app/keys', 'app/data/engine', 'app/data/generated', 'node:*'],
    tests: ['app/data', 'app/data/testing'],
  },
  'app/data/drafts': {
    imports: [
      'machines/calendar',
      'machines/answers',
      'machines/rules',
      'machines/claim',
      'machines/draft',
      'machines/casework',
      'app/ground',
      'app/keys',
      'app/i18n',
      'app/security',
      'app/packet',
      'app/evidence',
      'app/data/engine',
      'app/data/organizations',
      'app/data/generated',
      'node:*',
    ],
    tests: ['app/data', 'app/data/testing', '@node-rs/argon2', 'pg'],
  },
  'app/data/staff': {
    imports: [
      'machines/casework',
      'app/keys',
      'app/security',
      'app/data/engine',
      'app/data/organizations',
      'app/data/drafts',
      'app/data/generated',
      'node:*',
    ],
    tests: ['app/data', 'app/data/testing'],
  },
  'app/data/cases': {
    imports: [
      'machines/calendar',
      'machines/answers',
      'machines/rules',
      'machines/claim',
      'machines/draft',
      'machines/casework',
      'app/ground',
      'app/keys',
      'app/i18n',
      'app/security',
      'app/packet',
      'app/evidence',
      'app/data/engine',
      'app/data/organizations',
      'app/data/drafts',
      'app/data/generated',
      'node:*',
    ],
    tests: ['app/data', 'app/data/testing'],
  },
  'app/data/caseload': {
    imports: [
      'machines/calendar',
      'machines/draft',
      'machines/casework',
      'app/ground',
      'app/keys',
      'app/i18n',
      'app/security',
      'app/data/engine',
      'app/data/organizations',
      'app/data/drafts',
      'app/data/cases',
      'app/data/generated',
      'node:*',
    ],
    tests: ['app/data', 'machines/claim', 'app/data/testing'],
  },
  'app/data/records': {
    imports: [
      'machines/calendar',
      'machines/answers',
      'machines/claim',
      'machines/draft',
      'machines/casework',
      'app/ground',
      'app/i18n',
      'app/packet',
      'app/evidence',
      'app/data/engine',
      'app/data/organizations',
      'app/data/drafts',
      'app/data/cases',
      'app/data/generated',
      'node:*',
    ],
    tests: ['app/data', 'app/keys', 'app/data/testing'],
  },
  'app/data': {
    imports: [
      'machines/casework',
      'app/ground',
      'app/keys',
      'app/security',
      'app/data/engine',
      'app/data/installation',
      'app/data/organizations',
      'app/data/drafts',
      'app/data/staff',
      'app/data/cases',
      'app/data/caseload',
      'app/data/records',
      'node:*',
    ],
    tests: ['app/data/testing'],
  },
  'app/data/testing': {
    imports: [],
    tests: [
      'machines/calendar',
      'machines/law',
      'machines/answers',
      'machines/claim',
      'machines/draft',
      'machines/casework',
      'app/ground',
      'app/security',
      'app/data/engine',
      'app/data/installation',
      'app/data/organizations',
      'app/data/staff',
      'app/data/cases',
      'app/data',
      'better-sqlite3',
      'otpauth',
      'pg',
    ],
  },
  'app/forms': { imports: ['app/components', 'app/i18n', 'app/security', 'machines/*'] },
  'app/services': {
    holds: /^app\/services\.server\.ts$/,
    imports: [
      ...['app/data/drafts'],
      ...['app/ground', 'app/security', 'app/packet/render', 'app/evidence', 'app/official-form', 'app/data', 'machines/calendar'],
    ],
  },
  'app/auth': {
    imports: [
      ...['app/data'],
      ...['app/data/organizations', 'app/data/staff', 'app/data/cases', '@remix-run/node'],
      'app/security',
      'app/services',
      'machines/casework',
    ],
    tests: ['app/data/testing'],
  },

  'app/styles': { imports: [] },
  'app/browser': { imports: [] },
  'app/components': { imports: ['app/browser', 'app/i18n', 'machines/law', '@remix-run/react', 'react'] },
  '*.client.ts': { holds: /\.client\.ts$/, imports: ['app/i18n', '@simplewebauthn/browser', 'i18next'] },

  'app/features/lifecycle': { imports: ['app/i18n', 'machines/*'] },
  'app/features/help': { imports: ['app/components', 'app/i18n', 'machines/*'] },
  'app/features/check': {
    imports: [...['app/forms'], ...['app/features/help', 'app/components', 'app/i18n', 'app/security', 'app/services', 'machines/*']],
    tests: ['react-dom'],
  },
  'app/features/claim': {
    imports: [
      ...['app/data/drafts', 'app/data/cases', 'app/forms'],
      ...['app/features/check', 'app/features/help', 'app/features/lifecycle'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/packet', 'app/packet/render', 'app/evidence'],
      ...['app/services', 'machines/*', '@remix-run/node', 'react-dom'],
    ],
    tests: ['app/data/testing', 'i18next'],
  },
  'app/features/papers': {
    imports: [...['app/features/claim', 'app/components', 'app/i18n', 'app/packet', 'app/packet/render', 'app/services', 'react']],
    tests: ['machines/*', 'react-dom'],
  },
  'app/features/official-form': {
    imports: [...['app/features/claim', 'app/components', 'app/i18n', 'app/security', 'app/official-form', 'app/services']],
  },
  'app/features/training': {
    imports: [
      ...['app/forms', 'app/features/check', 'app/features/claim', 'app/components', 'app/i18n', 'app/security', 'app/services'],
      'machines/*',
    ],
    tests: ['app/data', 'app/data/testing'],
  },
  'app/features/casework': {
    imports: [
      ...['app/data/organizations', 'app/data/staff', 'app/forms'],
      ...['app/features/claim', '*.client.ts', 'app/components', 'app/ground', 'app/i18n', 'app/security', 'app/services'],
      ...['app/auth', 'machines/*', '@remix-run/react', 'react'],
    ],
    tests: ['app/data', 'app/data/testing', 'app/features/caseload', 'app/features/records', 'app/features/sharing'],
  },
  'app/features/casefile': {
    imports: [
      ...['app/data'],
      ...['app/data/drafts', 'app/data/cases', 'app/forms'],
      ...['app/features/check', 'app/features/claim', 'app/features/lifecycle'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/packet', 'app/services', 'app/auth', 'machines/*'],
      ...['@remix-run/react', 'react'],
    ],
    tests: ['app/data/organizations', 'app/data/testing', 'app/features/caseload'],
  },
  'app/features/records': {
    imports: [
      ...['app/data/organizations', 'app/data/drafts', 'app/data/records', 'app/forms'],
      ...['app/features/claim'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/packet', 'app/evidence', 'app/services', 'app/auth'],
      ...['machines/*', '@remix-run/react', 'fflate', 'zod'],
    ],
  },
  'app/features/caseload': {
    imports: [
      ...['app/data/caseload', 'app/forms'],
      ...['app/features/casefile', 'app/features/claim', 'app/features/records'],
      ...['app/components', 'app/i18n', 'app/security', 'app/packet', 'app/auth', 'machines/*'],
      ...['@remix-run/react', 'fflate', 'react'],
    ],
  },
  'app/features/due': {
    imports: [
      ...['app/data/staff', 'app/data/caseload', 'app/forms'],
      ...['app/features/caseload', 'app/features/claim', 'app/features/lifecycle'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/calendar', 'app/services', 'app/auth', 'machines/*'],
      ...['@remix-run/react'],
    ],
  },
  'app/features/filing': {
    imports: [
      ...['app/data/cases', 'app/forms'],
      ...['app/features/casefile', 'app/features/claim', 'app/features/lifecycle'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/services', 'app/auth', 'machines/*'],
      ...['@remix-run/react', 'react'],
    ],
    tests: ['app/data', 'app/data/organizations', 'app/data/testing', 'app/features/check'],
  },
  'app/features/review': {
    imports: [
      ...['app/data/cases', 'app/forms'],
      ...['app/features/casefile', 'app/features/claim', 'app/features/lifecycle'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/auth', 'machines/*'],
      ...['@remix-run/react'],
    ],
    tests: [
      'app/data',
      'app/services',
      'app/data/organizations',
      'app/data/testing',
      ...[
        'app/features/caseload',
        'app/features/casework',
        'app/features/due',
        'app/features/filing',
        'app/features/records',
        'app/features/sharing',
      ],
    ],
  },
  'app/features/sharing': {
    imports: [
      ...['app/data/cases', 'app/forms'],
      ...['app/features/casework', 'app/features/claim'],
      ...['app/components', 'app/ground', 'app/i18n', 'app/security', 'app/services', 'app/auth', 'machines/*'],
      ...['@remix-run/react', 'uqr'],
    ],
  },

  'app/testing': { imports: [], tests: ['app/services', 'app/shell', '@remix-run/node'] },
  'app/shell': {
    holds: /^app\/[^/]+$/,
    imports: [
      ...[
        'app/features/claim',
        'app/features/training',
        '*.client.ts',
        'app/styles',
        'app/browser',
        'app/components',
        'app/forms',
        'app/ground',
        'app/i18n',
      ],
      ...['app/security', 'app/services', 'app/auth'],
      ...['@remix-run/express', '@remix-run/node', '@remix-run/react', 'compression', 'express', 'express-static-gzip', 'node:*'],
      ...['react', 'react-dom'],
    ],
    tests: ['app/routes', 'app/testing'],
  },
  'app/routes': {
    imports: [
      ...['machines/casework'],
      ...['app/features/*', 'app/shell', 'app/styles', 'app/components', 'app/i18n', 'app/security', 'app/official-form', 'app/auth'],
      ...['machines/law', 'machines/answers', 'machines/claim', '@remix-run/node', '@remix-run/react'],
    ],
  },

  scripts: {
    imports: [
      ...['app/data/*'],
      ...['app/features/due', 'app/shell', 'app/ground', 'app/i18n', 'app/security', 'app/packet', 'app/packet/render', 'app/evidence'],
      ...['app/official-form', 'app/calendar', 'app/data', 'app/services', 'machines/*', 'locales', 'e2e'],
      ...['@remix-run/node', 'esbuild', 'flesch-kincaid', 'node:*', 'nodemailer', 'postcss', 'syllable', 'xstate'],
    ],
    tests: ['pg', 'app/packet/pdf', '@cantoo/pdf-lib', 'better-sqlite3'],
  },
  bench: {
    imports: [
      ...['app/data/*', 'app/auth', 'app/forms'],
      ...['app/features/*', 'app/ground', 'app/i18n', 'app/security', 'app/packet', 'app/packet/pdf', 'app/packet/render', 'app/evidence'],
      ...['app/official-form', 'app/data', 'app/services', 'machines/*', 'scripts', 'e2e'],
      ...['@playwright/test', 'better-sqlite3', 'node:*', 'pdfkit'],
    ],
  },
  e2e: {
    imports: [
      ...['app/data/*', 'app/forms', '@remix-run/node'],
      ...['app/shell', 'app/ground', 'app/i18n', 'app/security', 'app/evidence', 'app/official-form', 'app/data'],
      ...['machines/*', 'scripts', '@playwright/test', 'axe-core', 'better-sqlite3', 'fflate', 'ical.js', 'node:*', 'sharp'],
    ],
  },
  config: {
    holds: /^[^/]+$/,
    imports: [
      ...['scripts', 'e2e', '@playwright/test', '@remix-run/dev', '@tailwindcss/vite', 'eslint-plugin-jsx-a11y', 'eslint-plugin-react'],
      ...['eslint-plugin-react-hooks', 'globals', 'knip', 'node:*', 'prisma', 'typescript-eslint', 'vite', 'vitest'],
    ],
  },
}

const HELD = Object.entries(ROOMS).flatMap(([name, { holds }]) => (holds ? [{ name, holds }] : []))
/** Inner folders before the folders around them. */
const FOLDERS = Object.keys(ROOMS)
  .filter(name => !ROOMS[name]?.holds)
  .sort((a, b) => b.length - a.length)

/**
 * The room of a file; a test lies in the room of what it tests.
 * @param {string} file path from the project's folder
 * @returns {string | null} `null` where no row holds it
 */
export function findRoom(file) {
  const tested = file.replace(/(\.alone)?\.test\./, '.')
  return HELD.find(({ holds }) => holds.test(tested))?.name ?? FOLDERS.find(name => file.startsWith(`${name}/`)) ?? null
}

/**
 * What an import names: a room, or a package without what lies in it (`node:*` for all of Node's).
 * @param {string} file that imports
 * @param {string} specifier as it stands in the import
 * @returns {string | null} `null` for a file that no row holds
 */
export function findTarget(file, specifier) {
  const [name = ''] = specifier.split('?')
  if (name.startsWith('#')) return findRoom(path.posix.normalize(name.slice(1)))
  if (name.startsWith('.')) return findRoom(path.posix.join(path.posix.dirname(file), name))
  if (name.startsWith('/')) return null
  if (isBuiltin(name)) return 'node:*'
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}

/**
 * @param {string} room that imports
 * @param {boolean} isTest whether a test of it does
 * @param {string} target a room or a package
 */
export function mayImport(room, isTest, target) {
  const { imports, tests = [] } = ROOMS[room] ?? { imports: [] }
  const allowed = isTest ? [room, ...imports, ...tests, ...TEST_TOOLS] : [room, ...imports]
  return allowed.some(name => name === target || (name.endsWith('/*') && target.startsWith(name.slice(0, -1))))
}
