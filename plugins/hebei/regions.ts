/** 地市 by their codes (GB/T 2260); the code of the province itself is its own bodies. */
export const regions: Record<string, string> = {
  '130000': '省本级',
  '130100': '石家庄市',
  '130200': '唐山市',
  '130300': '秦皇岛市',
  '130400': '邯郸市',
  '130500': '邢台市',
  '130600': '保定市',
  '130700': '张家口市',
  '130800': '承德市',
  '130900': '沧州市',
  '131000': '廊坊市',
  '131100': '衡水市',
}
