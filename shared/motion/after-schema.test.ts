import { describe, expect, test } from 'vitest'
import { jointActBody, voteStatementBody } from './after-schema.ts'

describe('[V9] [V13] words that nobody can see are none', () => {
  test.each(['', '  ', '\u200b', '\u202e\u2066', '\u0001'])('%j', text => {
    const dissent = { kind: 'dissent', seatId: 's1', text }
    expect(voteStatementBody.safeParse(dissent).success).toBe(false)
    expect(voteStatementBody.safeParse({ ...dissent, text: `${text}No.` }).success).toBe(true)
    expect(voteStatementBody.safeParse({ ...dissent, kind: 'waiver' }).success).toBe(true)
    expect(jointActBody.safeParse({ act: 'void', cause: 'wrongText', text }).success).toBe(false)
  })
})
