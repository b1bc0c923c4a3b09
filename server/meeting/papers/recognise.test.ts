import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kindOfName } from '#shared/meeting/papers'
import { docx, odt, zip } from '../../../tests/support/zip.ts'
import { isOfKind } from './recognise.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-kinds-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function isTaken(name: string, content: string | Buffer): Promise<boolean> {
  const kind = kindOfName(name)
  if (!kind) return false
  const path = join(folder, 'file')
  await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  return isOfKind(path, kind)
}

const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on'
const pdf = '%PDF-1.7\n1 0 obj\n%%EOF'
const program = 'MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode'
const xml = 'application/vnd.openxmlformats-officedocument'

describe('what is taken', () => {
  test.each<[string, string | Buffer]>([
    ['decree.pdf', pdf],
    ['Decree.PDF', pdf],
    ['report.docx', docx()],
    ['figures.xlsx', docx({ main: `${xml}.spreadsheetml.sheet.main+xml` })],
    ['talk.pptx', docx({ main: `${xml}.presentationml.presentation.main+xml` })],
    ['report.odt', odt()],
    ['figures.ods', odt('application/vnd.oasis.opendocument.spreadsheet')],
    ['talk.odp', odt('application/vnd.oasis.opendocument.presentation')],
    ['notes.txt', 'Agreed: 3 < 4, and <5 too.\r\n'],
    ['notes.txt', '\xef\xbb\xbfWith a byte order mark'],
    ['figures.csv', 'region;cases\nNorth;12\n'],
    ['old.csv', 'Region;F\xe4lle\n'],
    ['chart.png', png],
    ['hall.jpg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['hall.jpeg', '\xff\xd8\xff\xe1'],
  ])('%s', async (name, content) => {
    expect(await isTaken(name, content)).toBe(true)
  })
})

describe('what is refused', () => {
  test.each<[string, string, string | Buffer]>([
    ['a program', 'setup.exe', program],
    ['a program called a PDF', 'decree.pdf', program],
    ['a program called a picture', 'hall.jpg', program],
    ['a program called a text', 'notes.txt', program],
    ['an ELF file called a table', 'figures.csv', '\x7fELF\x02\x01\x01'],
    ['a script', 'clean.sh', '#!/bin/sh\nrm -rf /\n'],
    ['a script called a text', 'notes.txt', '#!/bin/sh\nrm -rf /\n'],
    ['a batch file', 'clean.bat', '@echo off'],
    ['JavaScript', 'code.js', 'alert(1)'],
    ['a page', 'page.html', '<!doctype html>'],
    ['a page called a text', 'page.txt', ' \n<!DOCTYPE html><script>alert(1)</script>'],
    ['a page behind a byte order mark', 'page.txt', '\xef\xbb\xbf<html>'],
    ['an SVG', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG called a text', 'logo.txt', '<svg onload="alert(1)"/>'],
    ['PHP called a text', 'x.txt', '<?php system($_GET[0]);'],
    ['an archive', 'all.zip', zip([{ name: 'a', content: 'b' }])],
    ['an archive called a Word file', 'all.docx', zip([{ name: 'a', content: 'b' }])],
    ['a text called a Word file', 'report.docx', 'Dear all'],
    ['a table called a Word file', 'report.docx', docx({ main: `${xml}.spreadsheetml.sheet.main+xml` })],
    ['a Word file called a PDF', 'report.pdf', docx()],
    ['an old Word file', 'report.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['an old Word file called a new one', 'report.docx', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    [
      'a Word file with macros',
      'report.docm',
      docx({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ],
    ['one called a plain one', 'report.docx', docx({ main: 'application/vnd.ms-word.document.macroEnabled.main+xml' })],
    ['macros in a plain one', 'report.docx', docx({ more: [{ name: 'word/vbaProject.bin', content: 'x' }] })],
    [
      'macros under another name',
      'report.docx',
      docx({ types: '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' }),
    ],
    ['macros in a template of slides', 'talk.potm', docx()],
    [
      'an OpenDocument with macros',
      'report.odt',
      odt(undefined, [{ name: 'Basic/Standard/Module1.xml', content: 'x' }]),
    ],
    ['one with scripts', 'report.odt', odt(undefined, [{ name: 'Scripts/python/a.py', content: 'x' }])],
    ['an OpenDocument of another kind', 'report.odt', odt('application/vnd.oasis.opendocument.spreadsheet')],
    ['a name without an ending', 'decree', pdf],
    ['an ending behind the ending', 'decree.pdf.exe', pdf],
  ])('%s: %s', async (_what, name, content) => {
    expect(await isTaken(name, content)).toBe(false)
  })
})

describe('polyglots: files that are two things at once', () => {
  test('a program in front of a Word file is no Word file', async () => {
    expect(await isTaken('report.docx', Buffer.concat([Buffer.from(program, 'latin1'), docx()]))).toBe(false)
  })

  test('a Word file in front of an archive is no Word file', async () => {
    const both = Buffer.concat([docx(), zip([{ name: 'evil', content: 'x' }])])
    expect(await isTaken('report.docx', both)).toBe(false)
  })

  test('two lists of parts in one Word file, one for us and one for Word, are refused', async () => {
    const second = { name: '[Content_Types].xml', content: 'application/vnd.ms-office.vbaProject' }
    expect(await isTaken('report.docx', docx({ more: [second] }))).toBe(false)
  })

  test('a page in front of a PDF is no PDF', async () => {
    expect(await isTaken('decree.pdf', `<script>alert(1)</script>\n${pdf}`)).toBe(false)
  })
})

describe('bombs', () => {
  test('a part of gigabytes is not unpacked', async () => {
    const bomb = { name: 'word/media/image.png', content: Buffer.alloc(64 * 1024 * 1024) }
    const before = process.memoryUsage().rss
    const content = docx({ more: [bomb] })
    expect(await isTaken('report.docx', content)).toBe(true)
    expect(content.length).toBeLessThan(1024 * 1024)
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
  })

  test('a list of parts that grows without end is let go', async () => {
    const list = { name: '[Content_Types].xml', content: Buffer.alloc(64 * 1024 * 1024, ' ') }
    expect(await isTaken('report.docx', zip([list]))).toBe(false)
  })
})

test('bytes at random are told from a file without failing', async () => {
  const names = fc.constantFrom('a.pdf', 'a.docx', 'a.odt', 'a.png', 'a.jpg', 'a.txt')
  await fc.assert(
    fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
      expect(typeof (await isTaken(name, Buffer.from(bytes)))).toBe('boolean')
    }),
    { numRuns: 200 },
  )
})

test('a Word file with any one byte changed is told without failing', async () => {
  const whole = docx()
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
      const changed = Buffer.from(whole)
      changed[at] = byte
      expect(typeof (await isTaken('report.docx', changed))).toBe('boolean')
    }),
    { numRuns: 300 },
  )
})
