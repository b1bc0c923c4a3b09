import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './router.ts'

/** What is handed over to be kept runs nothing and loads nothing here, should a browser open it all the same. */
const fileOnly = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Everything comes from this server and nothing is inline; nobody frames the workspace. */
export function securityHeaders(origin: string): MiddlewareHandler<AppEnv> {
  const general = secureHeaders({
    // Over plain HTTP the header means nothing and would only mislead a test on loopback.
    strictTransportSecurity: origin.startsWith('https:') && 'max-age=31536000; includeSubDomains',
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      publickeyCredentialsGet: ['self'],
    },
  })
  return async (c, next) => {
    await general(c, next)
    if (c.res.headers.get('content-disposition')?.startsWith('attachment')) {
      c.header('content-security-policy', fileOnly)
    }
  }
}

/** Answers of the API are of one person and one moment: no cache keeps them, the browser's included. */
export const notStored: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}
