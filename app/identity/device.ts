const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const named = (list: [RegExp, string][], agent: string, other: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1] ?? other

/** A device as its owner knows it; nothing finer is kept. */
export const deviceOf = (agent = '') =>
  agent
    ? `${named(SYSTEMS, agent, '其他系统')} · ${named(BROWSERS, agent, '其他浏览器')}`
    : '未知设备'
