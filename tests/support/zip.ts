/** ZIP files as office programs write them, and as nobody should. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Buffer
  /** Not packed, as an OpenDocument's media type. */
  readonly plain?: boolean
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, plain = false } of parts) {
    const bytes = Buffer.from(content)
    const packed = plain ? bytes : deflateRawSync(bytes)
    const nameBytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(plain ? 0 : 8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed])
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    entry.writeUInt16LE(20, 4)
    common.copy(entry, 6)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, nameBytes)
    files.push(file)
    offset += file.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A small Word file. */
export function docx({
  main = `${word}.main+xml`,
  more = [] as readonly ZipPart[],
  types = '',
}: { readonly main?: string; readonly more?: readonly ZipPart[]; readonly types?: string } = {}): Buffer {
  const content = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/>${types}</Types>`
  return zip([
    { name: '[Content_Types].xml', content },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ])
}

export function odt(type = 'application/vnd.oasis.opendocument.text', more: readonly ZipPart[] = []): Buffer {
  return zip([
    { name: 'mimetype', content: type, plain: true },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ])
}
