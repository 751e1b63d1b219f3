// Runs after `npm ci`: writes the Prisma clients. Plain JavaScript, because it runs before anything is built.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = path => fileURLToPath(new URL(path, import.meta.url))

// `prisma generate` asks for its migration engine, a separate download, without ever running it.
// Any existing file satisfies it; migrations are applied by the app itself (app/data/engine/migrations.server.ts).
const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url), CHECKPOINT_DISABLE: '1' }

rmSync(here('../app/data/generated'), { recursive: true, force: true })
for (const provider of ['sqlite', 'postgres']) {
  const result = spawnSync(
    process.execPath,
    [here('../node_modules/prisma/build/index.js'), 'generate', '--schema', `prisma/${provider}`],
    {
      cwd: here('..'),
      env,
      encoding: 'utf8',
    },
  )
  if (result.status !== 0) {
    console.error(result.stdout, result.stderr)
    process.exit(1)
  }
}
