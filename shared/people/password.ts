/**
 * Whether a password is one that a stranger would try first: the person's own name or address, or a single repeated
 * character. Length is the schema's business; no mixture of character classes is asked for (NIST SP 800-63B).
 */
export function isGuessablePassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): boolean {
  const given = fold(password)
  const [local = ''] = person.email.split('@')
  const obvious = [person.name, person.email, local, `${local}${local}`].map(fold)
  return obvious.includes(given) || new Set(password).size < 3
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s._-]/g, '')
}
