// Runs after `npm ci`: writes the Prisma client. Plain JavaScript, because it runs before anything is built.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// `prisma generate` asks for its migration engine, a separate download, without ever running it.
// Any existing file satisfies it; migrations are applied by the app itself (app/data/migrations.server.ts).
const result = spawnSync(process.execPath, [fileURLToPath(new URL('../node_modules/prisma/build/index.js', import.meta.url)), 'generate'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url), CHECKPOINT_DISABLE: '1' },
  encoding: 'utf8',
})
if (result.status !== 0) {
  console.error(result.stdout, result.stderr)
  process.exit(1)
}
