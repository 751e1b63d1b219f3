import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** What a command did. */
export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of the commands as a person would, with `input` on its standard input. */
export function runScript(name: string, args: readonly string[], input = ''): Outcome {
  const result = spawnSync(process.execPath, ['--import', 'tsx', path.resolve('scripts', `${name}.ts`), ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return { code: result.status, stdout: result.stdout, stderr: result.stderr }
}
