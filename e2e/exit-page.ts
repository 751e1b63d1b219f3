import { createServer, type Server } from 'node:http'

/** Serves the page that the exit leads to: another site, which says nothing. */
export function serveExitPage(port: number): Server {
  return createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end('<!doctype html><html lang="en"><title>Weather</title><link rel="icon" href="data:,"><h1>Weather</h1></html>')
  }).listen(port)
}
