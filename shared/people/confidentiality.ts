/**
 * Which wording of the duty of confidentiality is in force; the wording itself stands in the message catalogues. A change
 * of wording is a new version, so that the record says what a person has confirmed. [D3]
 */
export const confidentialityVersion = '2026-11'
