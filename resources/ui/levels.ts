/** Levels of titles, as filters and forms offer them. */
export const LEVELS = [
  { value: 'senior_full', label: '正高级' },
  { value: 'senior_associate', label: '副高级' },
  { value: 'intermediate', label: '中级' },
  { value: 'junior_assistant', label: '助理级' },
  { value: 'junior_technician', label: '员级' },
]
