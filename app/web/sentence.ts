/** Texts of people and of the product in one line, whatever each ends with. */
export const clauses = (texts: string[]) =>
  texts
    .map((text, index) =>
      index < texts.length - 1 ? text.trim().replace(/[。；;,，、]+$/, '') : text
    )
    .join('；')

/** What a person wrote, as a sentence of its own: closed once, whether he closed it or not. */
export const sentence = (text: string) => {
  const said = text.trim()
  return /[。！？…!?]$/.test(said) ? said : `${said.replace(/[.,;，；、]$/, '')}。`
}
