import type { Request, Response } from 'express'
import { describe, expect, test, vi } from 'vitest'
import { trainingCookies } from './training-cookies.server.ts'

function pass(cookie: string | undefined) {
  const sent = new Map<string, unknown>()
  const request = { headers: { cookie } } as Request
  const response = { setHeader: (name: string, value: unknown) => sent.set(name, value) } as unknown as Response
  const next = vi.fn()
  trainingCookies(request, response, next)
  expect(next).toHaveBeenCalledOnce()
  return { request, response, sent }
}

describe('cookies of training', () => {
  test('do not include those of a real claim', () => {
    expect(pass('d=real; training-d=invented; lang=en; training-lang=es').request.headers.cookie).toBe('d=invented; lang=es')
    expect(pass('d=real').request.headers.cookie).toBe('')
    expect(pass(undefined).request.headers.cookie).toBe('')
  })

  test('are set once each, under names that the real app does not read', () => {
    const { response, sent } = pass(undefined)
    response.setHeader('Set-Cookie', 'd=1; Path=/')
    expect(sent.get('Set-Cookie')).toEqual(['training-d=1; Path=/'])
    response.setHeader('Set-Cookie', [...(sent.get('Set-Cookie') as string[]), 'v=2'])
    expect(sent.get('Set-Cookie')).toEqual(['training-d=1; Path=/', 'training-v=2'])
    response.setHeader('Content-Type', 'text/html')
    expect(sent.get('Content-Type')).toBe('text/html')
  })
})
