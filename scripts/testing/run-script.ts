import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { programFile } from '#app/program.server.ts'

/** What a command did. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], input: string, env: NodeJS.ProcessEnv): Outcome {
  const result = spawnSync(process.execPath, args, { input, encoding: 'utf8', env: { ...env, NODE_OPTIONS: '' } })
  return { code: result.status, stdout: result.stdout, stderr: result.stderr }
}

/** Runs one of the commands, built for the tests, with `input` on its standard input. */
export const runScript = (name: string, args: readonly string[], input = ''): Outcome =>
  run([programFile(name, `scripts/${name}.ts`), ...args], input, process.env)

/** Runs one of the commands from its source, as `npm run` does; that takes several times as long, so one test does it for each. */
export const runFromSource = (name: string, args: readonly string[]): Outcome =>
  run(['--import', 'tsx', path.resolve('scripts', `${name}.ts`), ...args], '', { ...process.env, PROGRAMS: '' })
