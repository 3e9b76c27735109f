import '#web/route'

// in the order of the modules (ARCHITECTURE.md); importing one declares its abilities, menu and routes
await import('#identity/routes')
await import('#organizations/routes')
await import('#catalogue/routes')
await import('#jobs/routes')
await import('#files/routes')
await import('#applications/routes')
await import('#approvals/routes')
await import('#approvals/paths_routes')
await import('#committees/routes')
await import('#committees/register/routes')
await import('#evaluations/routes')
await import('#results/routes')
await import('#notifications/routes')
await import('#reporting/routes')
await import('#rules/routes')
await import('#platform/routes')
