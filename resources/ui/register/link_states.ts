/** A link of a path: words and colour of the tag (HU-26, HU-36). */
export const LINK_STATES: Record<string, [string, string]> = {
  proposed: ['待确认', 'warning'],
  confirmed: ['已确认', 'success'],
  refused: ['已拒绝', 'default'],
  cancelled: ['已注销', 'default'],
}
