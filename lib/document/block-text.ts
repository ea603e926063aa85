// The text of an article as a reader sees it: paragraphs apart, lines where the page breaks them.

const BLOCK =
  /^(P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|FIGURE|FIGCAPTION|BLOCKQUOTE|H[1-6]|UL|OL|DL|TABLE|PRE|HR|ADDRESS|DETAILS|SUMMARY)$/
const LINE = /^(LI|TR|DT|DD)$/
const UNSEEN = /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|IFRAME|OBJECT|SVG|MATH|BUTTON|SELECT|TEXTAREA)$/

const TEXT = 3
const ELEMENT = 1

export function blockText(root: Node): string {
  const parts: string[] = []
  const walk = (node: Node) => {
    if (node.nodeType === TEXT) parts.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
    if (node.nodeType !== ELEMENT) return
    const name = node.nodeName.toUpperCase()
    if (UNSEEN.test(name)) return
    const around = BLOCK.test(name) ? '\n\n' : LINE.test(name) ? '\n' : name === 'TD' || name === 'TH' ? ' ' : ''
    parts.push(name === 'BR' ? '\n' : around)
    for (const child of node.childNodes) walk(child)
    parts.push(around)
  }
  walk(root)
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
