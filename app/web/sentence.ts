/** What a person wrote, as a sentence of its own: closed once, whether he closed it or not. */
export const sentence = (text: string) => {
  const said = text.trim()
  return /[。！？…!?]$/.test(said) ? said : `${said.replace(/[.,;，；、]$/, '')}。`
}
