/** GB/T 22239 level 3 asks for length and kinds of characters; a list keeps out what everyone tries first. */
const COMMON = [
  '888888',
  '666666',
  '123456',
  '112233',
  'password',
  'admin',
  'qwerty',
  'abc123',
  'woaini',
  '1314520',
  'zhongguo',
  'zhicheng',
  'iloveyou',
  'welcome',
  '5201314',
  'a1b2c3',
]

/** What is wrong with a new password, in Chinese; null when it may be used. `about` are the person's own words. */
export function passwordFault(password: string, about: string[]): string | null {
  if (password.length < 8) return '密码至少 8 位'
  if (password.length > 64) return '密码最多 64 位'
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) =>
    kind.test(password)
  ).length
  if (kinds < 3) return '密码应包含大写字母、小写字母、数字、符号中的至少三种'
  const lower = password.toLowerCase()
  if (COMMON.some((word) => lower.includes(word))) return '密码过于常见，请更换'
  if (about.some((word) => word.length >= 4 && lower.includes(word.toLowerCase())))
    return '密码不能包含登录名、姓名或证件号码'
  if (/(.)\1{3,}/.test(password)) return '密码不能有四个以上连续相同的字符'
  return null
}
