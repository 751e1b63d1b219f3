import { Worker } from 'node:worker_threads'
import { cleanFile } from './clean-file.server.ts'

/**
 * The process that cleans one file: it gets the bytes from its parent, cleans them, answers and ends.
 * A second thread watches the memory, because V8's limits bind neither native decoders nor unpacked streams.
 * Its argument is the most memory that it may use, in bytes.
 */
const WATCH_EVERY_MILLISECONDS = 20
const WATCHMAN = `setInterval(() => process.memoryUsage.rss() > ${Number(process.argv[2])} && process.kill(process.pid, 'SIGKILL'), ${WATCH_EVERY_MILLISECONDS})`

new Worker(WATCHMAN, { eval: true, execArgv: [], stdout: true, stderr: true }).unref()

process.once('message', (bytes: Uint8Array) => {
  void cleanFile(bytes).then(answer => process.send?.(answer, () => process.exit(0)))
})
