import { expect, test } from 'vitest'
import { deviceName } from './passkey.ts'

test.each([
  {
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    name: 'Edge, Windows',
  },
  {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    name: 'Safari, iPhone',
  },
  { userAgent: 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', name: 'Firefox, Android' },
  { userAgent: 'curl/8.5', name: '' },
])('a device is called $name', ({ userAgent, name }) => {
  expect(deviceName(userAgent)).toBe(name)
})
