process.env.NODE_ENV = 'test'
const { prettyPrintError } = await import('@adonisjs/core')
const { ignitor } = await import('./ignitor.js')

await ignitor()
  .testRunner()
  .configure(async (app) => {
    const { runnerHooks, ...config } = await import('../tests/bootstrap.js')
    const { configure, processCLIArgs } = await import('@japa/runner')
    processCLIArgs(process.argv.splice(2))
    configure({
      ...app.rcFile.tests,
      ...config,
      setup: runnerHooks.setup,
      teardown: runnerHooks.teardown.concat([() => app.terminate()]),
    })
  })
  .run(async () => (await import('@japa/runner')).run())
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })

export {}
