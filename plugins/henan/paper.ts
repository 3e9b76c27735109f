import type { PaperRules } from '#province/paper'

/** 资格证书内芯: a booklet of two pages side by side. Measures are an example; the office mends them in the console. */
export const paper: PaperRules = {
  label: '专业技术职务任职资格证书内芯（对开，260 × 180 毫米）',
  width: 260,
  height: 180,
  feed: '内芯展开，贴照片的一页在左，印有文字的一面朝上，上边先进纸，放入手动进纸槽并靠紧导板。',
  photo: { x: 48, y: 32, width: 35, height: 49 },
  fields: [
    { field: 'number', x: 46, y: 118, width: 66, size: 12 },
    { field: 'issuer', x: 46, y: 130, width: 66, size: 12 },
    { field: 'name', x: 172, y: 30, width: 70, size: 14 },
    { field: 'sex', x: 172, y: 41, width: 70, size: 14 },
    { field: 'birth', x: 172, y: 52, width: 70, size: 13 },
    { field: 'idNumber', x: 172, y: 63, width: 70, size: 12 },
    { field: 'unit', x: 172, y: 74, width: 70, size: 12 },
    { field: 'specialty', x: 172, y: 85, width: 70, size: 13 },
    { field: 'title', x: 172, y: 96, width: 70, size: 14 },
    { field: 'committee', x: 172, y: 107, width: 70, size: 11 },
    { field: 'passedOn', x: 172, y: 118, width: 70, size: 13 },
    { field: 'documentNumber', x: 172, y: 129, width: 70, size: 12 },
    { field: 'issuedYear', x: 178, y: 150, width: 16, size: 13 },
    { field: 'issuedMonth', x: 200, y: 150, width: 10, size: 13 },
    { field: 'issuedDay', x: 216, y: 150, width: 10, size: 13 },
  ],
}
