import type { PaperRules } from '#province/paper'

/** 证书内页 in portrait. Measures are an example; the office mends them in the console. */
export const paper: PaperRules = {
  label: '职称证书内页（竖式，148 × 210 毫米）',
  width: 148,
  height: 210,
  feed: '内页竖放，印有文字的一面朝上，上边先进纸，放入手动进纸槽并靠紧导板。',
  photo: { x: 56, y: 28, width: 35, height: 49 },
  fields: [
    { field: 'name', x: 52, y: 86, width: 80, size: 14 },
    { field: 'sex', x: 52, y: 96, width: 80, size: 14 },
    { field: 'idNumber', x: 52, y: 106, width: 80, size: 13 },
    { field: 'unit', x: 52, y: 116, width: 80, size: 12 },
    { field: 'title', x: 52, y: 126, width: 80, size: 14 },
    { field: 'specialty', x: 52, y: 136, width: 80, size: 13 },
    { field: 'level', x: 52, y: 146, width: 80, size: 13 },
    { field: 'number', x: 52, y: 156, width: 80, size: 12 },
    { field: 'documentNumber', x: 52, y: 166, width: 80, size: 12 },
    { field: 'issuer', x: 52, y: 178, width: 80, size: 12 },
    { field: 'issuedOn', x: 52, y: 188, width: 80, size: 13 },
  ],
}
