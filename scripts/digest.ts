import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { dailyDigest } from '#app/calendar/digest.ts'
import type { Casework } from '#app/data/casework.server.ts'
import { openStore } from '#app/data/store.server.ts'
import { calendarDrafts } from '#app/features/due/feed.server.ts'
import { getTranslate } from '#app/i18n/resources.server.ts'
import { readSettings } from '#app/settings.server.ts'
import { runCommand } from './command.ts'

/** What the command prints, and the code with which it ends: 2 where the input was not understood, 1 where the address opens nothing. */
interface Outcome {
  readonly subject?: string
  readonly text: string
  readonly code: 0 | 1 | 2
}

const USAGE =
  'npm run digest < FILE     counts and case numbers of what is due, for the private calendar address in the file: printed, or mailed where SMTP_URL, DIGEST_FROM and DIGEST_TO are set\n'
const ADDRESS = /\/calendar\/([\w-]+)\.ics\s*$/
/** The command's tries are counted under this name, apart from those of people. */
const CLIENT = 'digest'

/**
 * Makes the day's message from what a private calendar address opens; it can be printed, or given to a mail program.
 * @param input the address; on standard input, because every user of the machine can see the words of a command
 */
export async function runDigest(casework: Casework, input: string): Promise<Outcome> {
  const secret = ADDRESS.exec(input)?.[1]
  if (secret === undefined) return { text: USAGE, code: 2 }
  const result = await casework.calendarFeeds.read(secret, CLIENT)
  if (!result.ok) return { text: `Too many tries. Wait ${result.retryAfterSeconds} seconds.\n`, code: 1 }
  if (!result.feed) return { text: 'This address opens nothing. Make a new one on the page for calendars.\n', code: 1 }
  const { language, today } = result.feed
  const { subject, text } = dailyDigest(calendarDrafts(result.feed), today, language, getTranslate(language))
  return { subject, text, code: 0 }
}

/** Where the message is mailed; `null` where that is not configured, and it is printed. */
export interface Mailing {
  /** `smtps://user:password@host:465`, or `smtp://` where TLS begins after the greeting. */
  readonly server: URL
  readonly from: string
  readonly to: string
}

const MAIL_VARIABLES = ['SMTP_URL', 'DIGEST_FROM', 'DIGEST_TO'] as const

/**
 * @throws Error where only some of the variables are set, or the server is no SMTP server; the message holds no value, because a value can
 * hold a password
 */
export function readMailing(env: Readonly<Record<string, string | undefined>>): Mailing | null {
  const [server, from, to] = MAIL_VARIABLES.map(name => env[name] ?? '')
  if (!server && !from && !to) return null
  if (!server || !from || !to) throw new Error(`To mail the digest, set ${MAIL_VARIABLES.join(', ')}; to print it, set none of them.`)
  if (!URL.canParse(server) || !/^smtps?:$/.test(new URL(server).protocol))
    throw new Error('SMTP_URL must be like smtps://user:password@mail.example.org:465.')
  return { server: new URL(server), from, to }
}

/** Mails the message as plain text: counts and numbers of cases, no name and no word of any claim. */
export async function mailDigest({ server, from, to }: Mailing, { subject, text }: Pick<Outcome, 'subject' | 'text'>): Promise<void> {
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port) || (server.protocol === 'smtps:' ? 465 : 587),
    secure: server.protocol === 'smtps:',
    // The connection must become secure, so that an attacker cannot keep it plain; a connection to this machine itself may stay plain.
    requireTLS: !own,
    ignoreTLS: own && server.protocol === 'smtp:',
    ...(server.username !== '' && { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from, to, subject, text })
  } finally {
    transport.close()
  }
}

async function main(): Promise<void> {
  const store = await openStore(readSettings(process.env))
  try {
    if (!store.casework) throw new Error('a store of claims has casework')
    const mailing = readMailing(process.env)
    const outcome = await runDigest(store.casework, await text(process.stdin))
    if (outcome.code === 0 && mailing) await mailDigest(mailing, outcome)
    else (outcome.code === 0 ? process.stdout : process.stderr).write(outcome.text)
    process.exitCode = outcome.code
  } finally {
    await store.close()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main)
