/** The rule of a field that must be filled, or chosen from. */
export const must = (label: string, verb: '填写' | '选择' = '填写') => [
  { required: true, message: `请${verb}${label}` },
]
