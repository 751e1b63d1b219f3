import { Worker } from 'node:worker_threads'
import { cleanFile } from './clean-file.server.ts'

/**
 * The process of one file: takes the bytes from its parent, cleans them, answers and ends.
 * A thread beside it watches the memory, since neither decoders in native code nor unpacked streams keep to V8's limits.
 * Argument: most bytes of memory.
 */
const WATCH_EVERY_MILLISECONDS = 20
const WATCHMAN = `setInterval(() => process.memoryUsage.rss() > ${Number(process.argv[2])} && process.kill(process.pid, 'SIGKILL'), ${WATCH_EVERY_MILLISECONDS})`

new Worker(WATCHMAN, { eval: true, execArgv: [], stdout: true, stderr: true }).unref()

process.once('message', (bytes: Uint8Array) => {
  void cleanFile(bytes).then(answer => process.send?.(answer, () => process.exit(0)))
})
