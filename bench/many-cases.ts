import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCaseworkContext } from '#app/data/organizations/casework-context.server.ts'
import type { DatabasePlace } from '#app/data/engine/database.server.ts'
import { postgresPlace } from '#app/data/engine/postgres.server.ts'
import { sqlitePlace } from '#app/data/engine/sqlite.server.ts'
import { openStore } from '#app/data/store.server.ts'
import { createCleaner } from '#app/evidence/clean-process.server.ts'
import { createOfficialForms } from '#app/official-form/official-forms.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { startTestPostgres } from '#scripts/testing/test-postgres.ts'
import { pageWorks, WORKS, type Work } from './case-pages.ts'
import { CASES_OF_A_MEMBER, LINES_OF_A_CASE, makeOffice, MEMBERS_OF_A_TEAM, type Office } from './many-cases-office.ts'
import { postgresFiller, sqliteFiller, type Filler } from './many-cases-seed.ts'
import { median, millisecondsOf, percentile } from './measure.ts'
import { PLACES, profileOf, type ProfilePlace, type ProfileShares } from './profile.ts'
import { withSection } from './report-sections.ts'

/** Cases of the organizations that are measured. */
const SIZES = [100, 1_000, 10_000] as const
const [SMALLEST, , LARGEST] = SIZES
const OWN = SIZES.reduce((sum, size) => sum + size, 0)
/** Cases in the whole database where the command names no number; a million takes long to make. */
export const CASES_IN_ALL = 100_000
/** How many other organizations share the rest of the cases. */
const OTHER_ORGANIZATIONS = 100
const ROUNDS = 100
const WARM_UP = 20
/** Rounds of each kind of work under the profiler. */
const PROFILED = 50
/** A time that grows by less than this factor is called flat. */
const FLAT = 1.5

interface About {
  readonly words: string
  /** How many times its cost at the smallest size a page may cost at the largest size. */
  readonly most: number
}

const ABOUT: Readonly<Record<Work, About>> = {
  list: { words: 'open the list, as the owner: all cases, 50 shown', most: 3 },
  team: { words: 'open the list, as a caseworker: those of the team, 50 shown', most: 3 },
  whole: { words: 'search a whole name, one person has it', most: 10 },
  frequent: { words: 'search a first name that every twentieth has', most: 10 },
  misspelled: { words: 'search a whole name, misspelled', most: 10 },
  open: { words: 'open a case', most: FLAT },
  save: { words: 'save an answer', most: FLAT },
}

type Times = Record<Work, number[]>

interface Measured {
  readonly name: string
  readonly megabytes: number
  readonly times: ReadonlyMap<number, Times>
  /** Where the time goes in the largest organization. */
  readonly profiles: Readonly<Record<Work, ProfileShares>>
}

/** Opens a database, makes three organizations in it by the same services that pages use, fills it up, and measures each page in turn. */
async function measureCaseload(
  name: string,
  environment: Readonly<Record<string, string>>,
  place: DatabasePlace,
  inAll: number,
  filler: Filler,
): Promise<Measured> {
  const settings = readSettings(environment)
  // The clock stands still while the rest of the database is made, so that no session ends.
  let behind = 0
  const now = () => Date.now() - behind
  const store = await openStore(settings, now)
  const { casework } = store
  if (!casework) throw new Error('a store for claims has casework')
  const services = createServices(
    settings,
    store,
    {
      packets: { render: () => Promise.reject(new Error('no packet is made here')) },
      cleaner: createCleaner(),
      officialForms: createOfficialForms(settings),
    },
    now,
  )
  const offices: Office[] = []
  const beside = place.open()
  for (const size of SIZES) offices.push(await makeOffice(casework, createCaseworkContext(beside, store.keyFor, now), size))
  await beside.close()
  progress(`${name}: ${OWN} cases are made`)
  behind = await millisecondsOf(() => (inAll > OWN ? filler.fill(inAll - OWN, OTHER_ORGANIZATIONS) : undefined))
  progress(`${name}: ${inAll} cases are there; the last ${inAll - OWN} took ${Math.round(behind / 1_000)} seconds`)
  const times = new Map(offices.map(({ size }) => [size, Object.fromEntries(WORKS.map(work => [work, [] as number[]])) as Times]))
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const office of offices) {
      const works = await pageWorks(services, office, round)
      for (const work of WORKS) {
        const time = await millisecondsOf(works[work])
        if (round >= WARM_UP) times.get(office.size)?.[work].push(time)
      }
    }
  }
  const profiles = await profilesOf(services, offices.at(-1) as Office)
  await store.close()
  const measured = { name, megabytes: (await filler.size()) / 2 ** 20, times, profiles }
  progress(partOf(measured))
  return measured
}

async function profilesOf(services: Services, office: Office): Promise<Measured['profiles']> {
  const shares: Partial<Record<Work, ProfileShares>> = {}
  for (const work of WORKS) {
    const rounds: (() => Promise<void>)[] = []
    for (let round = 0; round < PROFILED; round += 1) rounds.push((await pageWorks(services, office, WARM_UP + ROUNDS + round))[work])
    shares[work] = await profileOf(async () => {
      for (const once of rounds) await once()
    })
  }
  return shares as Measured['profiles']
}

const progress = (text: string) => void process.stderr.write(`${text}\n`)
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
const count = (value: number) => value.toLocaleString('en-US')
const PLACE_WORDS: Readonly<Record<ProfilePlace, string>> = {
  waiting: 'waiting',
  driver: 'driver',
  prisma: 'Prisma, and SQLite under it',
  crypto: 'sealing, marks',
  house: 'our code',
  engine: 'engine, other',
}

function partOf({ name, megabytes, times, profiles }: Measured): string {
  const of = (work: Work, size: number) => times.get(size)?.[work] ?? []
  const rows = WORKS.map(work => {
    const { words, most } = ABOUT[work]
    const growth = median(of(work, LARGEST)) / median(of(work, SMALLEST))
    const cells = SIZES.map(size => `${ms(median(of(work, size)))} (${ms(percentile(of(work, size), 0.95))})`)
    return `| ${words} | ${cells.join(' | ')} | ${growth.toFixed(2)} | under ${most} | ${growth < most ? 'yes' : '**no**'} |`
  })
  const shares = WORKS.map(
    work => `| ${ABOUT[work].words} | ${PLACES.map(place => `${Math.round(profiles[work][place] * 100)} %`).join(' | ')} |`,
  )
  return `### ${name} (${count(Math.round(megabytes))} MB)

| work | ${SIZES.map(size => `${count(size)} cases`).join(' | ')} | ${count(LARGEST)} : ${SMALLEST} | target | met |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Where the time goes at ${count(LARGEST)} cases (${PROFILED} rounds under the profiler):

| work | ${PLACES.map(place => PLACE_WORDS[place]).join(' | ')} |
|---|${PLACES.map(() => '---|').join('')}
${shares.join('\n')}
`
}

const load = () =>
  loadavg()
    .map(value => value.toFixed(1))
    .join(', ')

/** What the headings of these parts of the report begin with. */
export const MANY_CASES_HEADING = '## Many cases: '

/** Measures both databases; resolves with their part of the report. */
export async function manyCases(inAll: number): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-cases-'))
  const server = await startTestPostgres({ waitsForDisk: true })
  const before = load()
  try {
    const environmentOf = (name: string) => ({ DATA_DIR: path.join(folder, name) })
    const sqlite = await measureCaseload(
      'SQLite',
      environmentOf('sqlite'),
      sqlitePlace(path.join(folder, 'sqlite')),
      inAll,
      sqliteFiller(path.join(folder, 'sqlite', 'claims.sqlite')),
    )
    rmSync(path.join(folder, 'sqlite'), { recursive: true })
    const postgres = await measureCaseload(
      'PostgreSQL',
      { ...environmentOf('postgres'), DATABASE_URL: server.url },
      postgresPlace(server.url),
      inAll,
      postgresFiller(server.url),
    )
    return `${MANY_CASES_HEADING}${count(inAll)} in all

One organization each with ${SIZES.map(count).join(', ')} cases, asked in turn, and the rest of the database in ${OTHER_ORGANIZATIONS} others. Medians of ${ROUNDS} rounds, in
brackets 95th percentiles. Measured is what the server does for a page, all of it but HTTP and the drawing: session, permission, what stands around
the page, the page, the line in the record. In each organization a member works on ${CASES_OF_A_MEMBER} cases and a team has ${MEMBERS_OF_A_TEAM} members; the record has ${LINES_OF_A_CASE} lines for each case. Its cases are made by
what makes them for people; the rest are rows as large, with as many marks, assignments, members and lines of the record, of random bytes. "Flat" means: under ${FLAT} ×.

- Command: \`CASES_IN_ALL=${inAll} npm run bench:cases -- docs/benchmarks.md\`
- Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}; load (1, 5, 15 minutes) ${before} at the start, ${load()} at the end

${partOf(sqlite)}
${partOf(postgres)}`
  } finally {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const section = await manyCases(Number(process.env.CASES_IN_ALL ?? CASES_IN_ALL))
  const report = process.argv[2]
  if (report === undefined) console.log(section)
  else writeFileSync(report, withSection(readFileSync(report, 'utf8'), section))
}
