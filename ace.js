// `node ace` typed in a shell may run on an older system node: hand over to the pinned one
if (Number(process.versions.node.split('.')[0]) < 24) {
  const { existsSync } = await import('node:fs')
  const { spawn } = await import('node:child_process')
  const pinned = new URL('./node_modules/.bin/node', import.meta.url).pathname
  if (!existsSync(pinned)) {
    console.error(`需要 Node.js 24（当前 ${process.version}），请先运行 npm ci`)
    process.exit(1)
  }
  const child = spawn(pinned, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', process.send ? 'ipc' : 'ignore'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) =>
    signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)
  )
} else {
  await import('@poppinss/ts-exec')
  await import('./bin/console.js')
}
