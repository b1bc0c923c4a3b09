import type { WebSocket } from 'ws'

/** Those who have the same text open, by the path they asked for. */
export interface Companies {
  enter(path: string, socket: WebSocket): ReadonlySet<WebSocket>
  count(): number
}

export function createCompanies(): Companies {
  const companies = new Map<string, Set<WebSocket>>()
  return {
    enter(path, socket) {
      const company = companies.get(path) ?? new Set()
      companies.set(path, company.add(socket))
      socket.on('close', () => {
        company.delete(socket)
        if (company.size === 0) companies.delete(path)
      })
      return company
    },
    count: () => companies.size,
  }
}
