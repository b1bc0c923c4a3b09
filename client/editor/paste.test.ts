// @vitest-environment jsdom
import { DOMParser } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { narrativeSchema } from '#shared/narrative'
import { cleanPasted } from './paste.ts'

function shown(html: string): string {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPasted(html).html
  return DOMParser.fromSchema(narrativeSchema).parse(holder).toString()
}

const word = (
  body: string,
  after = '',
): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment-->${after}</body></html>`

const bullet = (level: number, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

const numbered = (marker: string, text: string): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`

describe('paste from Word', () => {
  test.each([
    [
      'paragraphs lose their looks and keep their emphasis',
      "<p class=MsoNormal style='margin-bottom:8pt'>The <b style='mso-bidi-font-weight:normal'>Task Force</b> <i>meets</i><span style='mso-spacerun:yes'>  </span>monthly.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span lang=EN-GB style='font-size:14pt;color:red'>Second.</span></p>",
      'doc(paragraph("The ", strong("Task Force"), " ", em("meets"), " monthly."), paragraph("Second."))',
    ],
    [
      'headings and the title',
      "<p class=MsoTitle>Plan</p><h1><b><span style='font-weight:bold'>Aims</span></b><o:p></o:p></h1><h3>Detail</h3>",
      'doc(heading("Plan"), heading("Aims"), heading("Detail"))',
    ],
    [
      'list paragraphs become lists, deeper levels lists within',
      bullet(1, 'One') +
        bullet(2, 'Inner') +
        bullet(2, 'Inner too') +
        bullet(1, 'Two') +
        '<p class=MsoNormal>After</p>',
      'doc(bullet_list(list_item(paragraph("One"), bullet_list(list_item(paragraph("Inner")), list_item(paragraph("Inner too")))), list_item(paragraph("Two"))), paragraph("After"))',
    ],
    [
      'numbers become an ordered list',
      numbered('1.', 'First') + numbered('2.', 'Second'),
      'doc(ordered_list(list_item(paragraph("First")), list_item(paragraph("Second"))))',
    ],
    [
      'two lists with text between stay two',
      bullet(1, 'A') + '<p class=MsoNormal>Between</p>' + bullet(1, 'B'),
      'doc(bullet_list(list_item(paragraph("A"))), paragraph("Between"), bullet_list(list_item(paragraph("B"))))',
    ],
    [
      'a bullet list after a numbered one is another list',
      numbered('1.', 'First') + bullet(1, 'Point'),
      'doc(ordered_list(list_item(paragraph("First"))), bullet_list(list_item(paragraph("Point"))))',
    ],
    [
      'comments and deleted text are left out, inserted text is kept',
      '<p class=MsoNormal><a style=\'mso-comment-reference:JD_1;mso-comment-date:20260101T1000\'>Shelters</a><span class=MsoCommentReference><span style=\'mso-special-character:comment\'>&nbsp;<a class=msocomanchor id="_anchor_1" href="#_msocom_1">[JD1]</a></span></span> are <del cite="mailto:x">old</del><ins cite="mailto:x">open</ins>.</p><div style=\'mso-element:comment-list\'><div style=\'mso-element:comment\'><p class=MsoCommentText>secret remark</p></div></div>',
      'doc(paragraph("Shelters are open."))',
    ],
    [
      'a table keeps rows, spans and headers',
      "<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=301 colspan=2 style='border:solid'><p class=MsoNormal>Body<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>Labour</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>",
      'doc(table(table_row(table_cell(paragraph("Body"))), table_row(table_cell(paragraph("Labour")), table_cell(paragraph))))',
    ],
  ])('%s', (_, html, expected) => {
    expect(shown(word(html))).toBe(expected)
  })

  test('footnotes become footnotes', () => {
    const anchor =
      '<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style=\'mso-special-character:footnote\'>[1]</span></span></a>'
    const note =
      '<div style=\'mso-element:footnote-list\'><br clear=all><hr align=left size=1 width="33%"><div style=\'mso-element:footnote\' id=ftn1><p class=MsoFootnoteText><a style=\'mso-footnote-id:ftn1\' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Annual report,\n 2025.<o:p></o:p></p></div></div>'
    expect(shown(word(`<p class=MsoNormal>A fact${anchor}.</p>`, note))).toBe(
      'doc(paragraph("A fact", footnote("Annual report, 2025."), "."))',
    )
  })

  test('pictures are left out and counted', () => {
    const html = word(
      '<p class=MsoNormal>Before<img width=10 height=10 src="file:///C:/x.png" v:shapes="Picture_1"> after</p><p><img src="data:image/png;base64,AA=="></p>',
    )
    expect(cleanPasted(html).picturesDropped).toBe(2)
    expect(shown(html)).toBe('doc(paragraph("Before after"))')
  })
})

describe('paste from Google Docs', () => {
  test('styles become marks, the wrapper goes, redirects go straight', () => {
    const html = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:700">Aims</span></h2><br /><p dir="ltr"><span style="font-weight:400">Plain, </span><span style="font-weight:700;font-style:italic">strong</span><span style="font-weight:400"> and </span><a href="https://www.google.com/url?q=https://example.org/report&amp;sa=D"><span style="color:#1155cc">a link</span></a></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Item</span></p></li><ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Inner</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`
    expect(shown(html)).toBe(
      'doc(heading("Aims"), paragraph("Plain, ", em(strong("strong")), " and ", link("a link")), bullet_list(list_item(paragraph("Item"), bullet_list(list_item(paragraph("Inner"))))))',
    )
    expect(cleanPasted(html).html).toContain('href="https://example.org/report"')
  })
})

describe('paste from LibreOffice', () => {
  test('fonts and anchors go, footnotes stay', () => {
    const html = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style>p { margin-bottom: 0.1in }</style></head><body lang="en-GB"><h2 class="western"><a name="_Toc1"></a>Aims</h2><p style="margin-bottom: 0in"><font face="Liberation Serif, serif"><font size="3">Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> goes <b>on</b></font></font></p><ol start="2"><li><p>Two</p></li></ol><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Source</p></div></body></html>`
    expect(shown(html)).toBe(
      'doc(heading("Aims"), paragraph("Text", footnote("Source"), " goes ", strong("on")), ordered_list(list_item(paragraph("Two"))))',
    )
  })
})

describe('hostile paste', () => {
  test.each([
    ['a script', '<p>x<script>alert(1)</script></p>'],
    ['a handler', '<p onclick="alert(1)" onmouseover="alert(1)">x</p>'],
    ['a script address', '<p><a href="javascript:alert(1)">x</a></p>'],
    ['hidden text', '<p>x<span style="display:none">unseen instruction</span></p>'],
    ['a frame', '<p>x</p><iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ])('%s leaves its text only', (_, html) => {
    expect(shown(html)).toBe('doc(paragraph("x"))')
    expect(cleanPasted(html).html).not.toMatch(/script>|onclick|onmouseover/)
  })
})
