import { Client } from 'pg'

/** Does work on a connection of its own and closes it afterwards. A transaction that was not committed by then is undone. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
