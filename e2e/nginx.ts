import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type RequestOptions } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PROGRAM = '/usr/sbin/nginx'
const CONFIGURATION = 'docs/deploy/nginx.conf'
const NAME = 'claims.example.org'
/** The kinds of temporary files that nginx can write. */
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** Whether nginx and openssl are installed. */
export const hasNginx = (): boolean => existsSync(PROGRAM) && existsSync('/usr/bin/openssl')

/** nginx with the configuration of the docs, on ports of this machine. */
export interface Nginx {
  /** The text of nginx's error log, and of any other log that it wrote. */
  readonly log: () => string
  /** Sends a request to the site over https, under the site's name or another one. */
  readonly ask: (path: string, how?: Ask) => Promise<Asked>
  readonly stop: () => Promise<void>
}

interface Ask {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly name?: string
}

interface Asked {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly milliseconds: number
}

/**
 * Starts nginx with the configuration of the docs, after nginx's own check (`nginx -t`), with the ports, files and servers of a test
 * in place of the example's. The folder for nginx's temporary files is removed once nginx runs, so that writing one fails.
 */
export async function startNginx(
  folder: string,
  { http, https, servers }: { readonly http: number; readonly https: number; readonly servers: readonly [number, number] },
): Promise<Nginx> {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const certificate = makeCertificate(folder)
  const kept = path.join(folder, 'kept')
  mkdirSync(kept)
  const text = replaced(readFileSync(CONFIGURATION, 'utf8'), [
    ['user www-data;\n', process.getuid?.() === 0 ? 'user www-data;\n' : ''],
    ['pid /run/nginx.pid;', `pid ${folder}/nginx.pid;`],
    ['/var/log/nginx/error.log', `${folder}/error.log`],
    ['http {\n', `http {\n${TEMPORARY.map(kind => `${kind}_temp_path ${kept}/${kind};\n`).join('')}`],
    ['10.0.0.11:3000', `127.0.0.1:${servers[0]}`],
    ['10.0.0.12:3000', `127.0.0.1:${servers[1]}`],
    ['listen 80', `listen 127.0.0.1:${http}`],
    ['listen [::]:80', `listen [::1]:${http}`],
    ['listen 443', `listen 127.0.0.1:${https}`],
    ['listen [::]:443', `listen [::1]:${https}`],
    ['/etc/ssl/claims/fullchain.pem', certificate.file],
    ['/etc/ssl/claims/privkey.pem', certificate.keyFile],
  ])
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, text)
  const how = ['-p', folder, '-c', file, '-e', path.join(folder, 'start.log')]
  execFileSync(PROGRAM, ['-t', '-q', ...how], { stdio: ['ignore', 'inherit', 'inherit'] })
  const child = spawn(PROGRAM, [...how, '-g', 'daemon off;'], { stdio: ['ignore', 'inherit', 'inherit'] })
  await untilItListens(https)
  rmSync(kept, { recursive: true })
  const agent = new Agent({ ca: readFileSync(certificate.file), maxCachedSessions: 0 })
  return {
    log: () =>
      ['error.log', 'access.log', 'logs/access.log']
        .map(name => path.join(folder, name))
        .filter(existsSync)
        .map(name => readFileSync(name, 'utf8'))
        .join(''),
    ask: (address, how) => ask({ host: '127.0.0.1', port: https, path: address, agent }, how),
    stop: () => stop(child),
  }
}

/** Replaces each text everywhere with another. It throws when a text is missing, because then the example has changed. */
function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${CONFIGURATION} has no "${from}"`)
    text = text.replaceAll(from, to)
  }
  return text
}

function makeCertificate(folder: string): { readonly file: string; readonly keyFile: string } {
  const [file, keyFile] = [path.join(folder, 'fullchain.pem'), path.join(folder, 'privkey.pem')]
  const what = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-days', '2']
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile, '-out', file, ...what],
    { stdio: 'ignore' },
  )
  return { file, keyFile }
}

async function untilItListens(port: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    const open = await new Promise<boolean>(resolve => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    if (tries === 100) throw new Error('nginx does not listen')
    await wait(50)
  }
}

function ask(
  to: RequestOptions & { readonly port: number },
  { method = 'GET', headers = {}, body = '', name = NAME }: Ask = {},
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const Host = `${name}:${to.port}`
    const form =
      method === 'POST'
        ? { Origin: `https://${Host}`, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }
        : {}
    request({ ...to, method, servername: name, headers: { Host, ...form, ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, milliseconds: performance.now() - started }),
      )
    })
      .on('error', reject)
      .end(body)
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const end = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await end
}
