import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'batches.index': { paramsTuple?: []; params?: {} }
    'batches.store': { paramsTuple?: []; params?: {} }
    'batches.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'batches.toggle': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'audit.index': { paramsTuple?: []; params?: {} }
    'audit.export': { paramsTuple?: []; params?: {} }
    'audit.verify': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'activation.show': { paramsTuple?: []; params?: {} }
    'activation.store': { paramsTuple?: []; params?: {} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'password.update': { paramsTuple?: []; params?: {} }
    'captcha.show': { paramsTuple?: []; params?: {} }
    'personas.index': { paramsTuple?: []; params?: {} }
    'personas.store': { paramsTuple?: []; params?: {} }
    'personas.days': { paramsTuple?: []; params?: {} }
    'second_factor.show': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'oidc.begin': { paramsTuple?: []; params?: {} }
    'oidc.end': { paramsTuple?: []; params?: {} }
    'oidc.save': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'security.begin': { paramsTuple?: []; params?: {} }
    'security.confirm': { paramsTuple?: []; params?: {} }
    'security.remove': { paramsTuple?: []; params?: {} }
    'security.sessions.end': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'roles.store': { paramsTuple?: []; params?: {} }
    'roles.policy': { paramsTuple?: []; params?: {} }
    'roles.update': { paramsTuple: [ParamValue]; params: {'role': ParamValue} }
    'roles.destroy': { paramsTuple: [ParamValue]; params: {'role': ParamValue} }
    'staff.index': { paramsTuple?: []; params?: {} }
    'staff.store': { paramsTuple?: []; params?: {} }
    'staff.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.disable': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.roles': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.second_factor': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'sessions.end': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sessions.end_all': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.index': { paramsTuple?: []; params?: {} }
    'organizations.store': { paramsTuple?: []; params?: {} }
    'organizations.lower': { paramsTuple?: []; params?: {} }
    'organizations.export': { paramsTuple?: []; params?: {} }
    'organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.resetAdministrator': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'account': ParamValue} }
    'accounts.staff': { paramsTuple?: []; params?: {} }
    'accounts.staff.store': { paramsTuple?: []; params?: {} }
    'accounts.applicants': { paramsTuple?: []; params?: {} }
    'accounts.applicants.store': { paramsTuple?: []; params?: {} }
    'accounts.applicants.many': { paramsTuple?: []; params?: {} }
    'accounts.export': { paramsTuple?: []; params?: {} }
    'accounts.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.disable': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'lookup.bodies': { paramsTuple?: []; params?: {} }
    'lookup.specialties': { paramsTuple?: []; params?: {} }
    'lookup.period_end': { paramsTuple?: []; params?: {} }
    'lookup.committees': { paramsTuple?: []; params?: {} }
    'specialties.index': { paramsTuple?: []; params?: {} }
    'specialties.store': { paramsTuple?: []; params?: {} }
    'specialties.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'specialties.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'titles.index': { paramsTuple?: []; params?: {} }
    'titles.store': { paramsTuple?: []; params?: {} }
    'titles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'titles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receivers.index': { paramsTuple?: []; params?: {} }
    'receivers.export': { paramsTuple?: []; params?: {} }
    'receivers.store': { paramsTuple?: []; params?: {} }
    'receivers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receivers.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'issuers.index': { paramsTuple?: []; params?: {} }
    'issuers.export': { paramsTuple?: []; params?: {} }
    'issuers.store': { paramsTuple?: []; params?: {} }
    'issuers.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'calendar.change': { paramsTuple?: []; params?: {} }
    'calendar.import': { paramsTuple?: []; params?: {} }
    'blacklist.index': { paramsTuple?: []; params?: {} }
    'blacklist.export': { paramsTuple?: []; params?: {} }
    'blacklist.store': { paramsTuple?: []; params?: {} }
    'blacklist.people': { paramsTuple?: []; params?: {} }
    'blacklist.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'blacklist.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.state': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.repeat': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.person': { paramsTuple?: []; params?: {} }
    'register.person.store': { paramsTuple?: []; params?: {} }
    'register.unit': { paramsTuple?: []; params?: {} }
    'register.unit.store': { paramsTuple?: []; params?: {} }
    'register.bodies': { paramsTuple?: []; params?: {} }
    'registrations.index': { paramsTuple?: []; params?: {} }
    'registrations.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'registrations.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'file': ParamValue} }
    'imports.create': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.template': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.store': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.returned': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.commit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.index': { paramsTuple?: []; params?: {} }
    'applications.create': { paramsTuple?: []; params?: {} }
    'applications.guide': { paramsTuple?: []; params?: {} }
    'applications.store': { paramsTuple?: []; params?: {} }
    'applications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.submitted': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.problems': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.sections.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'applications.sections.save': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'applications.files.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.materials.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue} }
    'applications.materials.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue,'file': ParamValue} }
    'applications.achievements.pick': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'applications.achievements.carryOver': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'achievements.index': { paramsTuple?: []; params?: {} }
    'achievements.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotas.index': { paramsTuple?: []; params?: {} }
    'quotas.store': { paramsTuple?: []; params?: {} }
    'quotas.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotas.reviews': { paramsTuple?: []; params?: {} }
    'quotas.set': { paramsTuple?: []; params?: {} }
    'quotas.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'quotas.all': { paramsTuple?: []; params?: {} }
    'quotas.export': { paramsTuple?: []; params?: {} }
    'applications.ways': { paramsTuple?: []; params?: {} }
    'submission.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.discard': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.take_up': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.extend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.index': { paramsTuple?: []; params?: {} }
    'reviews.qualify': { paramsTuple?: []; params?: {} }
    'reviews.export': { paramsTuple?: []; params?: {} }
    'reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.decideMany': { paramsTuple?: []; params?: {} }
    'phrases.store': { paramsTuple?: []; params?: {} }
    'phrases.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'phrases.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.index': { paramsTuple?: []; params?: {} }
    'cases.export': { paramsTuple?: []; params?: {} }
    'cases.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.rollback': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.stuck': { paramsTuple?: []; params?: {} }
    'assignments.index': { paramsTuple?: []; params?: {} }
    'assignments.store': { paramsTuple?: []; params?: {} }
    'reportTemplates.index': { paramsTuple?: []; params?: {} }
    'reportTemplates.store': { paramsTuple?: []; params?: {} }
    'reportTemplates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reportTemplates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.show': { paramsTuple?: []; params?: {} }
    'paths.links.index': { paramsTuple?: []; params?: {} }
    'paths.links.store': { paramsTuple?: []; params?: {} }
    'paths.links.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.links.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.links.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.network.index': { paramsTuple?: []; params?: {} }
    'paths.network.export': { paramsTuple?: []; params?: {} }
    'paths.network.store': { paramsTuple?: []; params?: {} }
    'paths.network.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.network.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'committees.index': { paramsTuple?: []; params?: {} }
    'committees.store': { paramsTuple?: []; params?: {} }
    'committees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'committees.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.index': { paramsTuple?: []; params?: {} }
    'experts.store': { paramsTuple?: []; params?: {} }
    'experts.slips': { paramsTuple?: []; params?: {} }
    'experts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.credit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert_reviews.index': { paramsTuple?: []; params?: {} }
    'expert_reviews.decide': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'profile.problems': { paramsTuple?: []; params?: {} }
    'profile.section.show': { paramsTuple: [ParamValue]; params: {'section': ParamValue} }
    'profile.section': { paramsTuple: [ParamValue]; params: {'section': ParamValue} }
    'profile.submit': { paramsTuple?: []; params?: {} }
    'profile.reopen': { paramsTuple?: []; params?: {} }
    'committee_query.index': { paramsTuple?: []; params?: {} }
    'committee_query.export': { paramsTuple?: []; params?: {} }
    'committee_query.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'register.store': { paramsTuple?: []; params?: {} }
    'register.export': { paramsTuple?: []; params?: {} }
    'register.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.specialties.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.specialties.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'code': ParamValue} }
    'register.founders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.founders.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'organization': ParamValue} }
    'register.fees.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.fees.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fee': ParamValue} }
    'transfer.index': { paramsTuple?: []; params?: {} }
    'transfer.store': { paramsTuple?: []; params?: {} }
    'transfer.preview': { paramsTuple?: []; params?: {} }
    'plans.index': { paramsTuple?: []; params?: {} }
    'plans.store': { paramsTuple?: []; params?: {} }
    'plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.save': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.file.delete': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.reviews': { paramsTuple?: []; params?: {} }
    'plans.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.query': { paramsTuple?: []; params?: {} }
    'meetings.sheet.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.index': { paramsTuple?: []; params?: {} }
    'draws.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.commit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.draw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.reveal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.replay': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.send': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.store': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.groups.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'group': ParamValue} }
    'meetings.groups.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'group': ParamValue} }
    'meetings.groups': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.members': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.cases': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.cases.group': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.start': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'meetings.stage.act': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.index': { paramsTuple?: []; params?: {} }
    'expert.pledge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.stage.act': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'case': ParamValue} }
    'expert.desk': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue,'case': ParamValue} }
    'expert.note': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'case': ParamValue} }
    'expert.avoid': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'meetings.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.avoidances.lift': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'avoidance': ParamValue} }
    'meetings.office.leave': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.duty': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.slips': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.avoidances': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.interviews': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.interviews.arrange': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.results.report': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.undo.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.cases.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.members.all': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.members.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicity.index': { paramsTuple?: []; params?: {} }
    'publicity.answers': { paramsTuple?: []; params?: {} }
    'publicity.answer': { paramsTuple?: []; params?: {} }
    'publicity.lead.file': { paramsTuple?: []; params?: {} }
    'publicity.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicity.lead': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.index': { paramsTuple?: []; params?: {} }
    'results.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'list': ParamValue} }
    'results.minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.publicity': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicities.index': { paramsTuple?: []; params?: {} }
    'publicities.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.people': { paramsTuple?: []; params?: {} }
    'results.people.export': { paramsTuple?: []; params?: {} }
    'results.people.close': { paramsTuple?: []; params?: {} }
    'results.object': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.index': { paramsTuple?: []; params?: {} }
    'objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.accept': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.dismiss': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.files.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fileId': ParamValue} }
    'objections.files.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fileId': ParamValue} }
    'filings.index': { paramsTuple?: []; params?: {} }
    'filings.store': { paramsTuple?: []; params?: {} }
    'filings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.index': { paramsTuple?: []; params?: {} }
    'confirmations.store': { paramsTuple?: []; params?: {} }
    'recognitions.index': { paramsTuple?: []; params?: {} }
    'recognitions.export': { paramsTuple?: []; params?: {} }
    'recognitions.store': { paramsTuple?: []; params?: {} }
    'recognitions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.candidates': { paramsTuple?: []; params?: {} }
    'certificates.generate': { paramsTuple?: []; params?: {} }
    'certificates.index': { paramsTuple?: []; params?: {} }
    'certificates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.picture': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.revoke': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.reissue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.correct': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.changes': { paramsTuple?: []; params?: {} }
    'certificates.changes.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.own': { paramsTuple?: []; params?: {} }
    'verification.create': { paramsTuple?: []; params?: {} }
    'verification.store': { paramsTuple?: []; params?: {} }
    'verification.file': { paramsTuple?: []; params?: {} }
    'verification.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'numbers.index': { paramsTuple?: []; params?: {} }
    'numbers.assign': { paramsTuple?: []; params?: {} }
    'numbers.export': { paramsTuple?: []; params?: {} }
    'numbers.pools': { paramsTuple?: []; params?: {} }
    'numbers.pools.add': { paramsTuple?: []; params?: {} }
    'numbers.issuers': { paramsTuple?: []; params?: {} }
    'documents.index': { paramsTuple?: []; params?: {} }
    'documents.examination': { paramsTuple?: []; params?: {} }
    'documents.store': { paramsTuple?: []; params?: {} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.candidates': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.people.add': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.people.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.issue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.report': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.examine': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue} }
    'paper.index': { paramsTuple?: []; params?: {} }
    'paper.help': { paramsTuple?: []; params?: {} }
    'paper.sheets': { paramsTuple?: []; params?: {} }
    'paper.test_page': { paramsTuple?: []; params?: {} }
    'paper.printed': { paramsTuple?: []; params?: {} }
    'printers.store': { paramsTuple?: []; params?: {} }
    'printers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'printers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ministry.index': { paramsTuple?: []; params?: {} }
    'ministry.store': { paramsTuple?: []; params?: {} }
    'archives.index': { paramsTuple?: []; params?: {} }
    'archives.store': { paramsTuple?: []; params?: {} }
    'archives.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.minutes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.minutes.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.index': { paramsTuple?: []; params?: {} }
    'messages.unread': { paramsTuple?: []; params?: {} }
    'messages.read': { paramsTuple?: []; params?: {} }
    'messages.open': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.email': { paramsTuple?: []; params?: {} }
    'deliveries.index': { paramsTuple?: []; params?: {} }
    'deliveries.resend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'home.portal': { paramsTuple?: []; params?: {} }
    'home.desk': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'by': ParamValue} }
    'reports.export_state': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'what': ParamValue} }
    'reports.pack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.export': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.drafts.store': { paramsTuple?: []; params?: {} }
    'rules.import': { paramsTuple?: []; params?: {} }
    'rules.drafts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.save': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.rename': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.compare': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.publish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.discard': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.simulations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.simulations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.templates.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.cases': { paramsTuple?: []; params?: {} }
    'rules.errata.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.errata.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.errata.apply': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.brand': { paramsTuple?: []; params?: {} }
    'portal.brand.update': { paramsTuple?: []; params?: {} }
    'portal.logo.store': { paramsTuple?: []; params?: {} }
    'portal.logo.destroy': { paramsTuple?: []; params?: {} }
    'portal.logo': { paramsTuple: [ParamValue]; params: {'mark': ParamValue} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.help': { paramsTuple?: []; params?: {} }
    'portal.texts.store': { paramsTuple: [ParamValue]; params: {'shelf': ParamValue} }
    'portal.texts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'shelf': ParamValue,'id': ParamValue} }
    'portal.downloads.store': { paramsTuple?: []; params?: {} }
    'portal.downloads.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'help.index': { paramsTuple?: []; params?: {} }
    'downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.description': { paramsTuple?: []; params?: {} }
    'api.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'interfaces.index': { paramsTuple?: []; params?: {} }
    'interfaces.store': { paramsTuple?: []; params?: {} }
    'interfaces.revoke': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'health': { paramsTuple?: []; params?: {} }
    'operator.sign_in': { paramsTuple?: []; params?: {} }
    'operator.open': { paramsTuple?: []; params?: {} }
    'operator.activate': { paramsTuple?: []; params?: {} }
    'operator.persona': { paramsTuple?: []; params?: {} }
    'operator.close': { paramsTuple?: []; params?: {} }
    'operator.code': { paramsTuple?: []; params?: {} }
    'operator.code.store': { paramsTuple?: []; params?: {} }
    'operator.security': { paramsTuple?: []; params?: {} }
    'operator.security.begin': { paramsTuple?: []; params?: {} }
    'operator.security.confirm': { paramsTuple?: []; params?: {} }
    'operator.security.renew': { paramsTuple?: []; params?: {} }
    'operator.security.remove': { paramsTuple?: []; params?: {} }
    'operator.provinces': { paramsTuple?: []; params?: {} }
    'operator.provinces.store': { paramsTuple?: []; params?: {} }
    'operator.provinces.suspend': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.provinces.resume': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.provinces.backup': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.provinces.migrate': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.jobs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.jobs.repeat': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'operator.province': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.quota': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.openAdministrator': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.prove': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.restore': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.askSupport': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.look': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.askDeletion': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.delete': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.withdraw_deletion': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.jobs.repeat_all': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.tasks': { paramsTuple?: []; params?: {} }
    'operator.tasks.migrate': { paramsTuple?: []; params?: {} }
    'operator.tasks.repeat': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.queues': { paramsTuple?: []; params?: {} }
    'support.index': { paramsTuple?: []; params?: {} }
    'support.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'support.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'support.export': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'batches.index': { paramsTuple?: []; params?: {} }
    'audit.index': { paramsTuple?: []; params?: {} }
    'audit.export': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'activation.show': { paramsTuple?: []; params?: {} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'captcha.show': { paramsTuple?: []; params?: {} }
    'personas.index': { paramsTuple?: []; params?: {} }
    'second_factor.show': { paramsTuple?: []; params?: {} }
    'oidc.begin': { paramsTuple?: []; params?: {} }
    'oidc.end': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'staff.index': { paramsTuple?: []; params?: {} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'organizations.index': { paramsTuple?: []; params?: {} }
    'organizations.lower': { paramsTuple?: []; params?: {} }
    'organizations.export': { paramsTuple?: []; params?: {} }
    'organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.staff': { paramsTuple?: []; params?: {} }
    'accounts.applicants': { paramsTuple?: []; params?: {} }
    'accounts.export': { paramsTuple?: []; params?: {} }
    'lookup.bodies': { paramsTuple?: []; params?: {} }
    'lookup.specialties': { paramsTuple?: []; params?: {} }
    'lookup.period_end': { paramsTuple?: []; params?: {} }
    'lookup.committees': { paramsTuple?: []; params?: {} }
    'specialties.index': { paramsTuple?: []; params?: {} }
    'titles.index': { paramsTuple?: []; params?: {} }
    'receivers.index': { paramsTuple?: []; params?: {} }
    'receivers.export': { paramsTuple?: []; params?: {} }
    'issuers.index': { paramsTuple?: []; params?: {} }
    'issuers.export': { paramsTuple?: []; params?: {} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'blacklist.index': { paramsTuple?: []; params?: {} }
    'blacklist.export': { paramsTuple?: []; params?: {} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.state': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.person': { paramsTuple?: []; params?: {} }
    'register.unit': { paramsTuple?: []; params?: {} }
    'register.bodies': { paramsTuple?: []; params?: {} }
    'registrations.index': { paramsTuple?: []; params?: {} }
    'registrations.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'file': ParamValue} }
    'imports.create': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.template': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.returned': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.index': { paramsTuple?: []; params?: {} }
    'applications.create': { paramsTuple?: []; params?: {} }
    'applications.guide': { paramsTuple?: []; params?: {} }
    'applications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.submitted': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.problems': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.sections.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'applications.achievements.pick': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'achievements.index': { paramsTuple?: []; params?: {} }
    'quotas.index': { paramsTuple?: []; params?: {} }
    'quotas.reviews': { paramsTuple?: []; params?: {} }
    'quotas.all': { paramsTuple?: []; params?: {} }
    'quotas.export': { paramsTuple?: []; params?: {} }
    'applications.ways': { paramsTuple?: []; params?: {} }
    'reviews.index': { paramsTuple?: []; params?: {} }
    'reviews.qualify': { paramsTuple?: []; params?: {} }
    'reviews.export': { paramsTuple?: []; params?: {} }
    'reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.index': { paramsTuple?: []; params?: {} }
    'cases.export': { paramsTuple?: []; params?: {} }
    'cases.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.stuck': { paramsTuple?: []; params?: {} }
    'assignments.index': { paramsTuple?: []; params?: {} }
    'reportTemplates.index': { paramsTuple?: []; params?: {} }
    'paths.show': { paramsTuple?: []; params?: {} }
    'paths.links.index': { paramsTuple?: []; params?: {} }
    'paths.network.index': { paramsTuple?: []; params?: {} }
    'paths.network.export': { paramsTuple?: []; params?: {} }
    'committees.index': { paramsTuple?: []; params?: {} }
    'experts.index': { paramsTuple?: []; params?: {} }
    'experts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert_reviews.index': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'profile.problems': { paramsTuple?: []; params?: {} }
    'profile.section.show': { paramsTuple: [ParamValue]; params: {'section': ParamValue} }
    'committee_query.index': { paramsTuple?: []; params?: {} }
    'committee_query.export': { paramsTuple?: []; params?: {} }
    'committee_query.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'register.export': { paramsTuple?: []; params?: {} }
    'register.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer.index': { paramsTuple?: []; params?: {} }
    'plans.index': { paramsTuple?: []; params?: {} }
    'plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.reviews': { paramsTuple?: []; params?: {} }
    'plans.query': { paramsTuple?: []; params?: {} }
    'draws.index': { paramsTuple?: []; params?: {} }
    'draws.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.index': { paramsTuple?: []; params?: {} }
    'expert.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'case': ParamValue} }
    'expert.desk': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue,'case': ParamValue} }
    'expert.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'meetings.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicity.index': { paramsTuple?: []; params?: {} }
    'publicity.answers': { paramsTuple?: []; params?: {} }
    'publicity.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.index': { paramsTuple?: []; params?: {} }
    'results.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'list': ParamValue} }
    'results.minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicities.index': { paramsTuple?: []; params?: {} }
    'results.people': { paramsTuple?: []; params?: {} }
    'results.people.export': { paramsTuple?: []; params?: {} }
    'objections.index': { paramsTuple?: []; params?: {} }
    'objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fileId': ParamValue} }
    'filings.index': { paramsTuple?: []; params?: {} }
    'filings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.index': { paramsTuple?: []; params?: {} }
    'recognitions.index': { paramsTuple?: []; params?: {} }
    'recognitions.export': { paramsTuple?: []; params?: {} }
    'certificates.candidates': { paramsTuple?: []; params?: {} }
    'certificates.index': { paramsTuple?: []; params?: {} }
    'certificates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.picture': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.changes': { paramsTuple?: []; params?: {} }
    'certificates.own': { paramsTuple?: []; params?: {} }
    'verification.create': { paramsTuple?: []; params?: {} }
    'verification.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'numbers.index': { paramsTuple?: []; params?: {} }
    'numbers.export': { paramsTuple?: []; params?: {} }
    'numbers.pools': { paramsTuple?: []; params?: {} }
    'numbers.issuers': { paramsTuple?: []; params?: {} }
    'documents.index': { paramsTuple?: []; params?: {} }
    'documents.examination': { paramsTuple?: []; params?: {} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.candidates': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue} }
    'paper.index': { paramsTuple?: []; params?: {} }
    'paper.help': { paramsTuple?: []; params?: {} }
    'paper.sheets': { paramsTuple?: []; params?: {} }
    'paper.test_page': { paramsTuple?: []; params?: {} }
    'ministry.index': { paramsTuple?: []; params?: {} }
    'archives.index': { paramsTuple?: []; params?: {} }
    'archives.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.minutes.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.index': { paramsTuple?: []; params?: {} }
    'messages.unread': { paramsTuple?: []; params?: {} }
    'messages.open': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.index': { paramsTuple?: []; params?: {} }
    'home.portal': { paramsTuple?: []; params?: {} }
    'home.desk': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'by': ParamValue} }
    'reports.export_state': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'what': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.export': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.drafts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.compare': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.simulations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.errata.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.brand': { paramsTuple?: []; params?: {} }
    'portal.logo': { paramsTuple: [ParamValue]; params: {'mark': ParamValue} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.help': { paramsTuple?: []; params?: {} }
    'help.index': { paramsTuple?: []; params?: {} }
    'downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.description': { paramsTuple?: []; params?: {} }
    'api.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'interfaces.index': { paramsTuple?: []; params?: {} }
    'health': { paramsTuple?: []; params?: {} }
    'operator.sign_in': { paramsTuple?: []; params?: {} }
    'operator.code': { paramsTuple?: []; params?: {} }
    'operator.security': { paramsTuple?: []; params?: {} }
    'operator.provinces': { paramsTuple?: []; params?: {} }
    'operator.jobs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.tasks': { paramsTuple?: []; params?: {} }
    'operator.queues': { paramsTuple?: []; params?: {} }
    'support.index': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'batches.index': { paramsTuple?: []; params?: {} }
    'audit.index': { paramsTuple?: []; params?: {} }
    'audit.export': { paramsTuple?: []; params?: {} }
    'session.create': { paramsTuple?: []; params?: {} }
    'activation.show': { paramsTuple?: []; params?: {} }
    'password.edit': { paramsTuple?: []; params?: {} }
    'captcha.show': { paramsTuple?: []; params?: {} }
    'personas.index': { paramsTuple?: []; params?: {} }
    'second_factor.show': { paramsTuple?: []; params?: {} }
    'oidc.begin': { paramsTuple?: []; params?: {} }
    'oidc.end': { paramsTuple?: []; params?: {} }
    'security.show': { paramsTuple?: []; params?: {} }
    'roles.index': { paramsTuple?: []; params?: {} }
    'staff.index': { paramsTuple?: []; params?: {} }
    'sessions.index': { paramsTuple?: []; params?: {} }
    'organizations.index': { paramsTuple?: []; params?: {} }
    'organizations.lower': { paramsTuple?: []; params?: {} }
    'organizations.export': { paramsTuple?: []; params?: {} }
    'organizations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.staff': { paramsTuple?: []; params?: {} }
    'accounts.applicants': { paramsTuple?: []; params?: {} }
    'accounts.export': { paramsTuple?: []; params?: {} }
    'lookup.bodies': { paramsTuple?: []; params?: {} }
    'lookup.specialties': { paramsTuple?: []; params?: {} }
    'lookup.period_end': { paramsTuple?: []; params?: {} }
    'lookup.committees': { paramsTuple?: []; params?: {} }
    'specialties.index': { paramsTuple?: []; params?: {} }
    'titles.index': { paramsTuple?: []; params?: {} }
    'receivers.index': { paramsTuple?: []; params?: {} }
    'receivers.export': { paramsTuple?: []; params?: {} }
    'issuers.index': { paramsTuple?: []; params?: {} }
    'issuers.export': { paramsTuple?: []; params?: {} }
    'calendar.show': { paramsTuple?: []; params?: {} }
    'blacklist.index': { paramsTuple?: []; params?: {} }
    'blacklist.export': { paramsTuple?: []; params?: {} }
    'jobs.index': { paramsTuple?: []; params?: {} }
    'jobs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.state': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'files.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.person': { paramsTuple?: []; params?: {} }
    'register.unit': { paramsTuple?: []; params?: {} }
    'register.bodies': { paramsTuple?: []; params?: {} }
    'registrations.index': { paramsTuple?: []; params?: {} }
    'registrations.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'file': ParamValue} }
    'imports.create': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.template': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.returned': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.index': { paramsTuple?: []; params?: {} }
    'applications.create': { paramsTuple?: []; params?: {} }
    'applications.guide': { paramsTuple?: []; params?: {} }
    'applications.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.submitted': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.problems': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.sections.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'applications.achievements.pick': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'achievements.index': { paramsTuple?: []; params?: {} }
    'quotas.index': { paramsTuple?: []; params?: {} }
    'quotas.reviews': { paramsTuple?: []; params?: {} }
    'quotas.all': { paramsTuple?: []; params?: {} }
    'quotas.export': { paramsTuple?: []; params?: {} }
    'applications.ways': { paramsTuple?: []; params?: {} }
    'reviews.index': { paramsTuple?: []; params?: {} }
    'reviews.qualify': { paramsTuple?: []; params?: {} }
    'reviews.export': { paramsTuple?: []; params?: {} }
    'reviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.index': { paramsTuple?: []; params?: {} }
    'cases.export': { paramsTuple?: []; params?: {} }
    'cases.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.log': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'cases.stuck': { paramsTuple?: []; params?: {} }
    'assignments.index': { paramsTuple?: []; params?: {} }
    'reportTemplates.index': { paramsTuple?: []; params?: {} }
    'paths.show': { paramsTuple?: []; params?: {} }
    'paths.links.index': { paramsTuple?: []; params?: {} }
    'paths.network.index': { paramsTuple?: []; params?: {} }
    'paths.network.export': { paramsTuple?: []; params?: {} }
    'committees.index': { paramsTuple?: []; params?: {} }
    'experts.index': { paramsTuple?: []; params?: {} }
    'experts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert_reviews.index': { paramsTuple?: []; params?: {} }
    'profile.show': { paramsTuple?: []; params?: {} }
    'profile.problems': { paramsTuple?: []; params?: {} }
    'profile.section.show': { paramsTuple: [ParamValue]; params: {'section': ParamValue} }
    'committee_query.index': { paramsTuple?: []; params?: {} }
    'committee_query.export': { paramsTuple?: []; params?: {} }
    'committee_query.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.index': { paramsTuple?: []; params?: {} }
    'register.export': { paramsTuple?: []; params?: {} }
    'register.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer.index': { paramsTuple?: []; params?: {} }
    'plans.index': { paramsTuple?: []; params?: {} }
    'plans.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.reviews': { paramsTuple?: []; params?: {} }
    'plans.query': { paramsTuple?: []; params?: {} }
    'draws.index': { paramsTuple?: []; params?: {} }
    'draws.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.index': { paramsTuple?: []; params?: {} }
    'interviews.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.index': { paramsTuple?: []; params?: {} }
    'meetings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.index': { paramsTuple?: []; params?: {} }
    'expert.stage': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.file': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'case': ParamValue} }
    'expert.desk': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue,'case': ParamValue} }
    'expert.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.results.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.stage.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'meetings.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicity.index': { paramsTuple?: []; params?: {} }
    'publicity.answers': { paramsTuple?: []; params?: {} }
    'publicity.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.index': { paramsTuple?: []; params?: {} }
    'results.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'list': ParamValue} }
    'results.minutes.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicities.index': { paramsTuple?: []; params?: {} }
    'results.people': { paramsTuple?: []; params?: {} }
    'results.people.export': { paramsTuple?: []; params?: {} }
    'objections.index': { paramsTuple?: []; params?: {} }
    'objections.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fileId': ParamValue} }
    'filings.index': { paramsTuple?: []; params?: {} }
    'filings.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.index': { paramsTuple?: []; params?: {} }
    'recognitions.index': { paramsTuple?: []; params?: {} }
    'recognitions.export': { paramsTuple?: []; params?: {} }
    'certificates.candidates': { paramsTuple?: []; params?: {} }
    'certificates.index': { paramsTuple?: []; params?: {} }
    'certificates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.picture': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.changes': { paramsTuple?: []; params?: {} }
    'certificates.own': { paramsTuple?: []; params?: {} }
    'verification.create': { paramsTuple?: []; params?: {} }
    'verification.show': { paramsTuple: [ParamValue]; params: {'code': ParamValue} }
    'numbers.index': { paramsTuple?: []; params?: {} }
    'numbers.export': { paramsTuple?: []; params?: {} }
    'numbers.pools': { paramsTuple?: []; params?: {} }
    'numbers.issuers': { paramsTuple?: []; params?: {} }
    'documents.index': { paramsTuple?: []; params?: {} }
    'documents.examination': { paramsTuple?: []; params?: {} }
    'documents.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.candidates': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.attachment': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.templates.show': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue} }
    'paper.index': { paramsTuple?: []; params?: {} }
    'paper.help': { paramsTuple?: []; params?: {} }
    'paper.sheets': { paramsTuple?: []; params?: {} }
    'paper.test_page': { paramsTuple?: []; params?: {} }
    'ministry.index': { paramsTuple?: []; params?: {} }
    'archives.index': { paramsTuple?: []; params?: {} }
    'archives.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.minutes.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.index': { paramsTuple?: []; params?: {} }
    'messages.unread': { paramsTuple?: []; params?: {} }
    'messages.open': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'deliveries.index': { paramsTuple?: []; params?: {} }
    'home.portal': { paramsTuple?: []; params?: {} }
    'home.desk': { paramsTuple?: []; params?: {} }
    'reports.index': { paramsTuple?: []; params?: {} }
    'reports.export': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'by': ParamValue} }
    'reports.export_state': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'what': ParamValue} }
    'rules.index': { paramsTuple?: []; params?: {} }
    'rules.export': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.show': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.drafts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.compare': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.export': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.simulations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.errata.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.brand': { paramsTuple?: []; params?: {} }
    'portal.logo': { paramsTuple: [ParamValue]; params: {'mark': ParamValue} }
    'portal.notices': { paramsTuple?: []; params?: {} }
    'portal.help': { paramsTuple?: []; params?: {} }
    'help.index': { paramsTuple?: []; params?: {} }
    'downloads.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.description': { paramsTuple?: []; params?: {} }
    'api.list': { paramsTuple: [ParamValue]; params: {'resource': ParamValue} }
    'interfaces.index': { paramsTuple?: []; params?: {} }
    'health': { paramsTuple?: []; params?: {} }
    'operator.sign_in': { paramsTuple?: []; params?: {} }
    'operator.code': { paramsTuple?: []; params?: {} }
    'operator.security': { paramsTuple?: []; params?: {} }
    'operator.provinces': { paramsTuple?: []; params?: {} }
    'operator.jobs': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.tasks': { paramsTuple?: []; params?: {} }
    'operator.queues': { paramsTuple?: []; params?: {} }
    'support.index': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'batches.store': { paramsTuple?: []; params?: {} }
    'batches.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'batches.toggle': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'audit.verify': { paramsTuple?: []; params?: {} }
    'session.store': { paramsTuple?: []; params?: {} }
    'session.destroy': { paramsTuple?: []; params?: {} }
    'activation.store': { paramsTuple?: []; params?: {} }
    'password.update': { paramsTuple?: []; params?: {} }
    'personas.store': { paramsTuple?: []; params?: {} }
    'personas.days': { paramsTuple?: []; params?: {} }
    'second_factor.store': { paramsTuple?: []; params?: {} }
    'oidc.save': { paramsTuple?: []; params?: {} }
    'security.begin': { paramsTuple?: []; params?: {} }
    'security.confirm': { paramsTuple?: []; params?: {} }
    'security.remove': { paramsTuple?: []; params?: {} }
    'security.sessions.end': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'roles.store': { paramsTuple?: []; params?: {} }
    'roles.policy': { paramsTuple?: []; params?: {} }
    'roles.update': { paramsTuple: [ParamValue]; params: {'role': ParamValue} }
    'staff.store': { paramsTuple?: []; params?: {} }
    'staff.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.disable': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.roles': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'staff.second_factor': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sessions.end': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'sessions.end_all': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.store': { paramsTuple?: []; params?: {} }
    'organizations.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'organizations.resetAdministrator': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'account': ParamValue} }
    'accounts.staff.store': { paramsTuple?: []; params?: {} }
    'accounts.applicants.store': { paramsTuple?: []; params?: {} }
    'accounts.applicants.many': { paramsTuple?: []; params?: {} }
    'accounts.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'accounts.disable': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'specialties.store': { paramsTuple?: []; params?: {} }
    'specialties.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'titles.store': { paramsTuple?: []; params?: {} }
    'titles.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receivers.store': { paramsTuple?: []; params?: {} }
    'receivers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'receivers.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'issuers.store': { paramsTuple?: []; params?: {} }
    'issuers.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'calendar.change': { paramsTuple?: []; params?: {} }
    'calendar.import': { paramsTuple?: []; params?: {} }
    'blacklist.store': { paramsTuple?: []; params?: {} }
    'blacklist.people': { paramsTuple?: []; params?: {} }
    'blacklist.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'blacklist.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'jobs.repeat': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.person.store': { paramsTuple?: []; params?: {} }
    'register.unit.store': { paramsTuple?: []; params?: {} }
    'registrations.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'imports.store': { paramsTuple: [ParamValue]; params: {'kind': ParamValue} }
    'imports.commit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.store': { paramsTuple?: []; params?: {} }
    'applications.files.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.materials.store': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue} }
    'applications.achievements.carryOver': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'quotas.store': { paramsTuple?: []; params?: {} }
    'quotas.set': { paramsTuple?: []; params?: {} }
    'quotas.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.discard': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'submission.take_up': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.extend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reviews.decideMany': { paramsTuple?: []; params?: {} }
    'phrases.store': { paramsTuple?: []; params?: {} }
    'cases.rollback': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'assignments.store': { paramsTuple?: []; params?: {} }
    'reportTemplates.store': { paramsTuple?: []; params?: {} }
    'paths.links.store': { paramsTuple?: []; params?: {} }
    'paths.links.confirm': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.links.refuse': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.links.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.network.store': { paramsTuple?: []; params?: {} }
    'paths.network.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paths.network.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'committees.store': { paramsTuple?: []; params?: {} }
    'committees.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'committees.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.store': { paramsTuple?: []; params?: {} }
    'experts.slips': { paramsTuple?: []; params?: {} }
    'experts.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.credit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'experts.release': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert_reviews.decide': { paramsTuple?: []; params?: {} }
    'profile.submit': { paramsTuple?: []; params?: {} }
    'profile.reopen': { paramsTuple?: []; params?: {} }
    'register.store': { paramsTuple?: []; params?: {} }
    'register.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.reset': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.cancel': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.specialties.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.founders.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.fees.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'transfer.store': { paramsTuple?: []; params?: {} }
    'transfer.preview': { paramsTuple?: []; params?: {} }
    'plans.store': { paramsTuple?: []; params?: {} }
    'plans.save': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.file': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'plans.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.sheet.submit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.commit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.draw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.reveal': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'draws.replay': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'interviews.send': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.store': { paramsTuple?: []; params?: {} }
    'meetings.groups': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.members': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.cases': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.cases.group': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.sheet': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.start': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.stage.act': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.pledge': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'expert.stage.act': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'stage': ParamValue} }
    'expert.avoid': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.leave': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.return': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.duty': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.slips': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.avoidances': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.interviews': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.interviews.arrange': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.results': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.results.report': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.undo': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.undo.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.cases.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.members.all': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.office.members.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicity.answer': { paramsTuple?: []; params?: {} }
    'publicity.lead.file': { paramsTuple?: []; params?: {} }
    'publicity.lead': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.minutes': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.publicity': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'publicities.close': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'results.people.close': { paramsTuple?: []; params?: {} }
    'results.object': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.accept': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.dismiss': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.check': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'objections.files.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'filings.store': { paramsTuple?: []; params?: {} }
    'filings.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'confirmations.store': { paramsTuple?: []; params?: {} }
    'recognitions.store': { paramsTuple?: []; params?: {} }
    'recognitions.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.generate': { paramsTuple?: []; params?: {} }
    'certificates.revoke': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.reissue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.correct': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'certificates.changes.decide': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'verification.store': { paramsTuple?: []; params?: {} }
    'verification.file': { paramsTuple?: []; params?: {} }
    'numbers.assign': { paramsTuple?: []; params?: {} }
    'numbers.pools.add': { paramsTuple?: []; params?: {} }
    'documents.store': { paramsTuple?: []; params?: {} }
    'documents.people.add': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.people.remove': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.issue': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.reopen': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.report': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'documents.examine': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'paper.printed': { paramsTuple?: []; params?: {} }
    'printers.store': { paramsTuple?: []; params?: {} }
    'ministry.store': { paramsTuple?: []; params?: {} }
    'archives.store': { paramsTuple?: []; params?: {} }
    'meetings.minutes.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'messages.read': { paramsTuple?: []; params?: {} }
    'messages.email': { paramsTuple?: []; params?: {} }
    'deliveries.resend': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reports.pack': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.store': { paramsTuple?: []; params?: {} }
    'rules.import': { paramsTuple?: []; params?: {} }
    'rules.drafts.rename': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.publish': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.discard': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.simulations.store': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.templates.preview': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.cases': { paramsTuple?: []; params?: {} }
    'rules.errata.store': { paramsTuple: [ParamValue]; params: {'number': ParamValue} }
    'rules.errata.apply': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.brand.update': { paramsTuple?: []; params?: {} }
    'portal.logo.store': { paramsTuple?: []; params?: {} }
    'portal.texts.store': { paramsTuple: [ParamValue]; params: {'shelf': ParamValue} }
    'portal.texts.update': { paramsTuple: [ParamValue,ParamValue]; params: {'shelf': ParamValue,'id': ParamValue} }
    'portal.downloads.store': { paramsTuple?: []; params?: {} }
    'interfaces.store': { paramsTuple?: []; params?: {} }
    'interfaces.revoke': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.open': { paramsTuple?: []; params?: {} }
    'operator.activate': { paramsTuple?: []; params?: {} }
    'operator.persona': { paramsTuple?: []; params?: {} }
    'operator.close': { paramsTuple?: []; params?: {} }
    'operator.code.store': { paramsTuple?: []; params?: {} }
    'operator.security.begin': { paramsTuple?: []; params?: {} }
    'operator.security.confirm': { paramsTuple?: []; params?: {} }
    'operator.security.renew': { paramsTuple?: []; params?: {} }
    'operator.security.remove': { paramsTuple?: []; params?: {} }
    'operator.provinces.store': { paramsTuple?: []; params?: {} }
    'operator.provinces.suspend': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.provinces.backup': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.provinces.migrate': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.jobs.repeat': { paramsTuple: [ParamValue,ParamValue]; params: {'slug': ParamValue,'id': ParamValue} }
    'operator.province.quota': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.openAdministrator': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.prove': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.restore': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.askSupport': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.look': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.askDeletion': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.delete': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.jobs.repeat_all': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.tasks.migrate': { paramsTuple?: []; params?: {} }
    'operator.tasks.repeat': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'support.answer': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'support.withdraw': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'support.export': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'roles.destroy': { paramsTuple: [ParamValue]; params: {'role': ParamValue} }
    'specialties.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'titles.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.materials.destroy': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'id': ParamValue,'material': ParamValue,'file': ParamValue} }
    'achievements.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'phrases.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reportTemplates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'register.specialties.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'code': ParamValue} }
    'register.founders.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'organization': ParamValue} }
    'register.fees.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fee': ParamValue} }
    'plans.file.delete': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.groups.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'group': ParamValue} }
    'meetings.avoidances.lift': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'avoidance': ParamValue} }
    'objections.files.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'fileId': ParamValue} }
    'documents.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'printers.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'portal.logo.destroy': { paramsTuple?: []; params?: {} }
    'portal.downloads.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'operator.provinces.resume': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
    'operator.province.withdraw_deletion': { paramsTuple: [ParamValue]; params: {'slug': ParamValue} }
  }
  PUT: {
    'organizations.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'applications.sections.save': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'section': ParamValue} }
    'quotas.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'phrases.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'reportTemplates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'profile.section': { paramsTuple: [ParamValue]; params: {'section': ParamValue} }
    'meetings.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'meetings.groups.update': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'group': ParamValue} }
    'expert.note': { paramsTuple: [ParamValue,ParamValue]; params: {'id': ParamValue,'case': ParamValue} }
    'documents.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'printers.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'rules.drafts.save': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}