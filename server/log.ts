/** One line of JSON per event, with ids and no personal data. */
export interface Log {
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, error: unknown, facts?: LogFacts): void
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>

export function createLog(write: (line: string) => void, now: () => number): Log {
  function line(level: string, event: string, facts: LogFacts = {}): void {
    write(JSON.stringify({ at: new Date(now()).toISOString(), level, event, ...facts }))
  }
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    error: (event, error, facts) =>
      line('error', event, {
        ...facts,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }
