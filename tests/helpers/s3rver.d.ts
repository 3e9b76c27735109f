/** The part of the test server that our tests use; it comes without types. */
declare module '@20minutes/s3rver' {
  export type Middleware = (
    ctx: { path: string; state: object; mountPath?: string },
    next: () => Promise<void>
  ) => Promise<void>
  export default class S3rver {
    constructor(options: {
      address: string
      port: number
      silent: boolean
      directory: string
      configureBuckets: { name: string }[]
    })
    middleware: Middleware[]
    store: { deleteObject(bucket: string, key: string): Promise<void> }
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
