/**
 * How many levels of lists and objects a JSON text that is written here may have in each other. No text that people write
 * comes near it (see `depthLimit` in `shared/narrative`), and a deeper one would cost more to parse than all else in a file.
 */
const nestingLimit = 500

/** Whether lists and objects lie deeper in each other than this: seen in one pass, without parsing. */
export function isNestedBeyond(text: string, levels = nestingLimit): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === quote) inString = !inString
    else if (inString) index += unit === backslash ? 1 : 0
    else if (unit === openList || unit === openObject) depth++
    else if (unit === closeList || unit === closeObject) depth--
    if (depth > levels) return true
  }
  return false
}

const [quote, backslash] = [0x22, 0x5c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]
