import { parseArgs } from 'node:util'
import { getTranslate } from '#app/i18n/resources.server.ts'
import type { PacketOptions } from '#app/packet/packet-view.ts'
import { passwordProblem, PASSWORD_LEAST } from '#app/packet/password.ts'
import { claimView, renderView } from '#app/packet/render/render-packet.server.ts'
import { PARTS, type Part } from '#app/packet/sheet.ts'
import { answerTrace, traceLines } from '#app/packet/trace.ts'
import { isDay } from '#machines/calendar/day.ts'
import { readExhibits } from './exhibit-files.ts'
import { inputError, readClaim, readInput, runCommand } from './claim-input.ts'
import { writeWhole } from './write-whole.ts'

interface Arguments {
  readonly file: string
  readonly out: string
  readonly part: Part | 'both'
  readonly options: PacketOptions
  readonly password: string | undefined
  /** Where the trace goes: a file, or `-` for standard output. */
  readonly trace: string | undefined
  /** Papers to attach, each as `KIND:FILE`. */
  readonly exhibit: readonly string[]
}

const OPTIONS = {
  part: { type: 'string' },
  'without-story': { type: 'boolean' },
  'mail-on': { type: 'string' },
  'password-file': { type: 'string' },
  trace: { type: 'string' },
  exhibit: { type: 'string', multiple: true },
} as const

function readArguments(): Arguments {
  const { positionals, values } = parsedArguments()
  const [file, out, ...rest] = positionals
  const part = values.part === undefined ? 'both' : PARTS.find(name => name === values.part)
  if (file === undefined || out === undefined || rest.length > 0 || part === undefined) throw inputError('usage.packet')
  const mailOn = values['mail-on']
  if (mailOn !== undefined && !isDay(mailOn)) throw inputError('noSuchDay', '--mail-on')
  const passwordFile = values['password-file']
  return {
    file,
    out,
    part,
    options: { ...(values['without-story'] && { withoutStory: true }), ...(mailOn !== undefined && { mailOn }) },
    password: passwordFile === undefined ? undefined : readPassword(passwordFile),
    trace: values.trace,
    exhibit: values.exhibit ?? [],
  }
}

function parsedArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true })
  } catch {
    throw inputError('usage.packet')
  }
}

/** The first line of a file: a password among the arguments would stand in the list of processes. */
function readPassword(file: string): string {
  const [line = ''] = readInput(file).split('\n')
  const password = line.trim()
  const fault = passwordProblem(password)
  if (fault) throw inputError(`password.${fault}`, file, { least: PASSWORD_LEAST })
  return password
}

await runCommand(async () => {
  const { file, out, part, options, password, trace, exhibit } = readArguments()
  const order = { ...readClaim(file), options, exhibits: await readExhibits(exhibit) }
  const view = claimView(order)
  const packet = await renderView(view, { part, password, exhibits: order.exhibits })
  writeWhole(out, packet.pdf)
  if (trace !== undefined) {
    const text = `${traceLines(answerTrace({ trace: packet.trace, part, view, claim: order.claim, options }), view).join('\n')}\n`
    if (trace === '-') process.stdout.write(text)
    else writeWhole(trace, Buffer.from(text))
  }
  if (packet.missingGlyphs.length > 0) {
    process.stderr.write(`${getTranslate('en')('cli:missingGlyphs', { codes: packet.missingGlyphs.join(' ') })}\n`)
  }
})
