/** What Typst complains about, for whoever edits the template. */
const WORDS: [RegExp, (found: RegExpExecArray) => string][] = [
  [/^unknown variable: (.+)/, ([, name]) => `没有定义 ${name}`],
  [/^unclosed (delimiter|string)/, ([, what]) => `${what === 'string' ? '引号' : '括号'}没有闭合`],
  [/^unexpected closing/, () => '多出一个闭括号'],
  [
    /^file not found|access denied/,
    () => '没有这个文件；模板只能使用 /lib.typ、/in/qr.svg、/in/photo.jpg 与 /in/seal.txt',
  ],
  [/package/, () => '不能使用外部程序包'],
  [/^unknown font family: (.+)/, ([, name]) => `没有字体 ${name}`],
  [/^expected (.+), found (.+)/, ([, wanted, found]) => `此处应为 ${wanted}，实际为 ${found}`],
  [/^expected (.+)/, ([, wanted]) => `此处应为 ${wanted}`],
  [/^unexpected argument: (.+)/, ([, name]) => `多出参数 ${name}`],
  [/^unexpected argument/, () => '多出参数'],
  [/^missing argument: (.+)/, ([, name]) => `缺少参数 ${name}`],
  [/^unexpected (.+)/, ([, found]) => `不应有 ${found}`],
  [/^unresolved import/, () => '/lib.typ 中没有要引用的名称'],
  [
    /^maximum .*depth exceeded|^infinite loop|^condition is always true/,
    () => '循环或递归没有尽头',
  ],
  [/^(?:cannot|failed to) (?:decode|read|load)? ?image|image/, () => '图片无法读取'],
]

export function faultWords(message: string): string {
  for (const [pattern, words] of WORDS) {
    const found = pattern.exec(message)
    if (found) return words(found)
  }
  return `排版语法有误（${message}）`
}
