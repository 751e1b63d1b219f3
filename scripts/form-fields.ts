import { readOfficialForm } from '#app/official-form/read-official-form.server.ts'
import { exactly, readBytes, runFormCommand } from './form-input.ts'

await runFormCommand(async () => {
  const [file] = exactly(1, 'formFields')
  const { sha256, pages, fields } = await readOfficialForm(readBytes(file))
  const sizes = pages.map(({ width, height }) => ({ width, height }))
  process.stdout.write(`${JSON.stringify({ sha256, pages: sizes, fields }, null, 2)}\n`)
})
