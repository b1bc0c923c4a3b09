/** Passwords: argon2id, and guessing made slow. */
import { hash, verify, type Options } from '@node-rs/argon2'
import { minuteMs, secondMs } from '#shared/core'
import { createRateLimiter, type RateLimiter } from '#server/http'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, 2 passes, 1 lane. The algorithm is the library's default. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

// What an unknown address is compared with, so that its refusal takes as long as a wrong password's.
let decoy: Promise<string> | null = null

/** @param passwordHash null where there is no such person or no password: takes as long, and is false */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('compared with where nobody is')
  const fits = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'))
  return fits && passwordHash !== null
}

/**
 * Slows guessing. Only failures count: each attempt takes from its limits beforehand, so that attempts made at once are
 * counted too, and a success gives back.
 */
export interface Throttle {
  /** @returns 0 when the attempt may go on, else whole seconds to wait */
  attempt(email: string, address: string): number
  succeeded(email: string, address: string): void
}

/**
 * Three limits: one address trying one account; one address trying many (an office behind one address is many people);
 * many addresses trying one account, wide enough that an outsider can hardly lock its holder out. Passkeys are not
 * throttled: they cannot be guessed.
 */
export function throttleOf(deps: Pick<Deps, 'now' | 'config'>): Throttle {
  const kept = throttles.get(deps.config)
  if (kept) return kept
  const throttle = createThrottle(deps)
  throttles.set(deps.config, throttle)
  return throttle
}

// One for each running server, known by its configuration.
const throttles = new WeakMap<Config, Throttle>()

function createThrottle(deps: Pick<Deps, 'now' | 'config'>): Throttle {
  if (!deps.config.limits) return { attempt: () => 0, succeeded() {} }
  const limits: readonly (readonly [RateLimiter, (email: string, address: string) => string])[] = [
    [
      createRateLimiter({ burst: 8, perSecond: secondMs / minuteMs }, deps.now),
      (email, address) => `${address} ${email}`,
    ],
    [createRateLimiter({ burst: 60, perSecond: 0.5 }, deps.now), (_email, address) => address],
    [createRateLimiter({ burst: 100, perSecond: 0.1 }, deps.now), email => email],
  ]
  return {
    attempt(email, address) {
      for (const [index, [limiter, key]] of limits.entries()) {
        const wait = limiter.take(key(email, address))
        if (wait === 0) continue
        for (const [taken, keyTaken] of limits.slice(0, index)) taken.giveBack(keyTaken(email, address))
        return wait
      }
      return 0
    },
    succeeded(email, address) {
      for (const [limiter, key] of limits) limiter.giveBack(key(email, address))
    },
  }
}
