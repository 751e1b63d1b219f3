import { claimFileJsonSchema } from '#machines/answers/claim-file.ts'
import { inputError, runCommand } from './claim-input.ts'

await runCommand(() => {
  if (process.argv.length > 2) throw inputError('usage.schema')
  process.stdout.write(`${JSON.stringify(claimFileJsonSchema(), null, 2)}\n`)
})
