import { defineConfig } from 'prisma/config'

/** PostgreSQL where its address is set, as for the app; otherwise SQLite. */
const provider = process.env.DATABASE_URL ? 'postgres' : 'sqlite'

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
})
