import type { Citation } from './citation.ts'
import { WAGE_CITATIONS } from './citations-wage.ts'

/**
 * Every source that a figure, a rule or an assumption rests on. Where only an older copy of a
 * statute was read, the text says so; subdivisions that were not read are not named. A text is
 * never translated, so that a lawyer can look it up.
 */
const checkedOn = '2026-11-23'
const statute = (text: string, source: string) => ({ text, source, confidence: 'statute', checkedOn }) as const
const agency = (text: string, source: string) => ({ text, source, confidence: 'agency', checkedOn }) as const
const secondary = (text: string, source: string) => ({ text, source, confidence: 'secondary', checkedOn }) as const
const notVerified = (text: string, source: string | null) => ({ text, source, confidence: 'not-verified', checkedOn }) as const

const SELF_LAW = 'https://self-law.org/code/ca/government-code'
const REGULATIONS =
  'https://casetext.com/regulation/california-code-of-regulations/title-2-administration/division-2-financial-operations/chapter-1-california-victim-compensation-board-calvcb-regulations/article-56-indemnification-of-victims-of-crime'
const REGULATIONS_MIRROR =
  'https://d1tvxue8o4w0fl.cloudfront.net/regulation/california-code-of-regulations/title-2-administration/division-2-financial-operations/chapter-1-california-victim-compensation-board-calvcb-regulations/article-56-indemnification-of-victims-of-crime'

export const CITATIONS = {
  ...WAGE_CITATIONS,

  // Income loss of trafficking victims
  'ab-629': agency(
    'AB 629 (Smith), Stats. 2019, ch. 575, as summarized by the Attorney General',
    'http://www.oag.ca.gov/human-trafficking/legislation',
  ),
  'calvcb-trafficking': agency('CalVCB, Victims of Human Trafficking', 'https://victims.ca.gov/for-victims/victims-of-human-trafficking'),
  'calvcb-wage-at-the-time': agency(
    'CalVCB blog, 2020-07-13, How CalVCB helps human trafficking victims',
    'https://calvcb.blogspot.com/2020/07/how-calvcb-helps-human-trafficking.html',
  ),
  'calvcb-trafficking-rules': agency(
    'CalVCB news release, 2020-07-09, income loss of trafficking victims',
    'https://victims.ca.gov/news-releases/human-trafficking-victims-qualify-for-income-loss-through-calvcb/',
  ),
  'calvcb-deprivation-of-liberty': agency(
    'CalVCB, Human Trafficking Prevention Month',
    'https://victims.ca.gov/media-center/human-trafficking-prevention-month-social-media-campaign/',
  ),
  'sji-how-to-apply': secondary(
    'Loyola Law School, Sunita Jain Initiative, How to apply under AB 629',
    'https://www.lls.edu/academics/experientiallearning/sunita-jain/what-we-do-sji/policypriorities/increasingacessab629/how-to-apply-ab629',
  ),
  'gov-13957.5': statute(
    'Gov. Code § 13957.5(a)(1)-(4), as amended by Stats. 2022, ch. 771, § 6 (trafficking paragraph not read)',
    'https://leginfo.legislature.ca.gov/faces/billCompareClient.xhtml?bill_id=202320240AB1551&showamends=false',
  ),
  'gov-13957.5-trafficking': notVerified('Gov. Code §§ 13957, 13957.5, trafficking paragraph (text not read)', null),
  '2-ccr-649.32': statute(
    '2 CCR § 649.32 (Register 2024, No. 49; first part read)',
    'casetext mirror (d1tvxue8o4w0fl.cloudfront.net), section 64932',
  ),

  // Application and eligibility
  '2-ccr-649.7': statute(
    '2 CCR § 649.7(a) (effective 2024-07-01; first part read)',
    'https://govt.westlaw.com/calregs/Document/I8C103250FE2911EE8510CA02CEA98867',
  ),
  '2-ccr-649-signature': agency('2 CCR § 649(a)(4)', 'http://vcgcb.ca.gov/law/regulations/current/'),
  '2-ccr-649.21': statute('2 CCR § 649.21 (December 2024)', `${REGULATIONS_MIRROR}/section-64921-verification-of-attorneys-fees`),
  '2-ccr-649.56': agency(
    '2 CCR § 649.56, as announced by the Board on 2013-05-21',
    'https://victims.ca.gov/media/pressrelease/2013/pressrelease-5-21-13.aspx',
  ),
  'gov-13952': statute('Gov. Code § 13952 (2019 copy)', 'https://jurris.com/california/government-code/13952-13954/13952-1'),
  'gov-13952-b': statute('Gov. Code § 13952(b)', 'https://jurris.com/california/government-code/13952-13954'),
  'gov-13952-c': statute(
    'Gov. Code § 13952(c)(2) (2016 and 2019 copies)',
    'https://jurris.com/california/government-code/13952-13954/13952-1',
  ),
  'gov-13952.5': statute('Gov. Code § 13952.5', `${SELF_LAW}/13952-5`),
  'gov-13953-a': statute('Gov. Code § 13953(a)', `${SELF_LAW}/13953`),
  'gov-13953-b': statute('Gov. Code § 13953(b)', `${SELF_LAW}/13953`),
  'gov-13953-c': statute('Gov. Code § 13953(c)', `${SELF_LAW}/13953`),
  'gov-13954-a': agency('Gov. Code § 13954(a), as described by CalVCB', 'https://victims.ca.gov/for-service-providers/confidentiality/'),
  'gov-13955': statute(
    'Gov. Code § 13955 (2018 copy)',
    'https://leginfo.legislature.ca.gov/faces/billCompareClient.xhtml?bill_id=201720180AB1865',
  ),
  'gov-13956': statute('Gov. Code § 13956(a) (2016 copy)', 'https://jurris.com/california/government-code/13955-13956/13956-2'),
  'gov-13956-trafficking': notVerified('Gov. Code § 13956(b), trafficking wording (text not read)', 'https://victims.ca.gov/?p=1436'),
  'sb-60': statute('SB 60 (2013), bill analysis of 2013-06-24', 'leginfo.ca.gov, sb_60_cfa_20130624'),
  'ab-160': secondary('AB 160, Stats. 2022, ch. 771 (depends on a budget trigger)', 'safeandjust.org'),
  'ab-1716': statute('AB 1716 (introduced 2026-02-04; outcome not known)', 'Text of the bill as introduced'),
  'ab-1140': secondary('AB 1140 (2015), ch. 569, digest', 'https://open.pluralpolicy.com/ca/bills/20152016/AB1140'),
  'calvcb-no-police-report': agency(
    'CalVCB, Victims of Human Trafficking: no denial only for lack of a police report',
    'https://victims.ca.gov/for-victims/victims-of-human-trafficking',
  ),
  'calvcb-what-is-covered': agency('CalVCB, What is covered', 'https://victims.ca.gov/for-victims/what-is-covered'),
  'calvcb-immigration': agency('CalVCB Board minutes, 2025-11-20', 'https://victims.ca.gov/meeting-minutes-11-20-2025-draft'),
  'calvcb-faq': agency('CalVCB, Frequently asked questions', 'https://victims.ca.gov/?p=1436'),
  '1800victims-application': secondary(
    '1-800-VICTIMS, How to apply',
    'https://1800victims.org/victims-rights-2/compensation/how-to-apply/',
  ),
  'application-form': notVerified('Current CalVCB application form (text not found)', null),
  'pen-236.1': statute('Pen. Code § 236.1, as restated by SB 564 (2025)', 'Text of SB 564 (2025)'),
  'pen-236.5': statute(
    'Pen. Code § 236.5 (2019 copy)',
    'https://www.legalfix.com/statutes/state-codes/california/code-pen/part-1/title-8/chapter-8/section-236-5',
  ),
  'evid-1038': statute(
    'Evid. Code §§ 1038, 1038.2',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=EVID&sectionNum=1038.2.',
  ),
  'ccp-2015.5': notVerified('Code Civ. Proc. § 2015.5 (text not read)', null),
  'safe-at-home': agency('Secretary of State, Safe at Home; Gov. Code § 6205 et seq.', 'https://www.sos.ca.gov/registries/safe-home'),

  // Deadlines, steps and addresses
  'late-filing': agency('CalVCB, late filing consideration', 'https://victims.ca.gov/?p=1037'),
  'drs-09059': agency('CalVCB, Late Filing Consideration, DRS 09059 (Rev. 12/2019)', 'https://fill.io/Late-Filing-Consideration'),
  'gov-13957.7-a': statute(
    'Gov. Code § 13957.7(a) (2016 copy); CalVCB, What is covered',
    'https://victims.ca.gov/for-victims/what-is-covered',
  ),
  'gov-13959': agency('Gov. Code § 13959, as described by CalVCB', 'https://victims.ca.gov/for-victims/appeals/'),
  'calvcb-right-to-appeal': agency('CalVCB, Your right to appeal', 'https://victims.ca.gov/for-victims/appeals/your-right-to-appeal/'),
  'ab-1563': agency('AB 1563, Stats. 2016, ch. 121', 'http://www.vcgcb.ca.gov/law/legislation/'),
  'gov-13960': statute('Gov. Code § 13960 (2014 copy)', 'http://ca.elaws.us/law/gov_sec.13960'),
  'gov-13963': statute('Gov. Code § 13963 (2016 copy)', 'https://jurris.com/california/government-code/13962-13966'),
  'calvcb-repayment': agency('CalVCB, Responsibility for repayment', 'https://victims.ca.gov/for-victims/responsibility-for-repayment/'),
  'calvcb-how-compensation-works': agency('CalVCB, How compensation works', 'https://victims.ca.gov/for-victims/how-compensation-works/'),
  'calvcb-how-to-apply': agency('CalVCB, How to apply (older page)', 'https://victims.ca.gov/victims/howtoapply.aspx'),
  'calvcb-for-advocates': agency('CalVCB, For advocates', 'https://victims.ca.gov/for-advocates'),
  'calvcb-appeals': agency('CalVCB, Appeals', 'https://victims.ca.gov/for-victims/appeals/'),

  // Benefits
  'gov-13957-overall': secondary(
    'Gov. Code § 13957, total award (guides that agree)',
    'https://legalclarity.org/how-the-california-victim-compensation-program-works',
  ),
  'gov-13957-medical': statute('Gov. Code § 13957(a)(1) (2016 copy)', 'https://jurris.com/california/government-code/13957-13958'),
  'gov-13957-counseling': statute('Gov. Code § 13957(a)(2)(A) (2016 copy)', 'https://jurris.com/california/government-code/13957-13958'),
  'gov-13957-counseling-derivative': notVerified('Gov. Code § 13957, counseling of derivative victims (amount not found)', null),
  'minor-witness-counseling': secondary(
    'Gov. Code § 13957, counseling of minor witnesses (copy of a CalVCB page)',
    'https://backingtheline.org/links/victims-services-san-diego/victim-services-eilgibility/',
  ),
  'calvcb-session-guidelines': agency(
    'CalVCB, session guidelines (partly superseded)',
    'https://victims.ca.gov/for-service-providers/mental-health-service-providers/session-guidelines/',
  ),
  'inpatient-psychiatric': notVerified('Gov. Code § 13957, inpatient psychiatric care (not found)', null),
  '2-ccr-649.17': statute('2 CCR § 649.17', `${REGULATIONS}/section-64917-relocation-benefits`),
  'relocation-amount': notVerified('Relocation limit (not stated on any CalVCB page read)', null),
  'benefits-january-2022': secondary(
    'nctcc.org, Compensation benefits for victims of violence (2022-01-03)',
    'https://nctcc.org/2022/01/03/compensation-benefits-for-victims-of-violence',
  ),
  'calvcb-crime-scene': agency(
    'CalVCB, Crime scene cleanup providers; Gov. Code § 13957(a)(9)',
    'https://victims.ca.gov/for-service-providers/crime-scene-cleanup-service-providers',
  ),
  'calvcb-funeral': agency(
    'CalVCB, Funeral and burial providers; 2 CCR § 649.18',
    'https://victims.ca.gov/for-service-providers/funeral-burial-service-providers/',
  ),
  '2-ccr-649.33': statute(
    'Gov. Code § 13957.5(a)(4); 2 CCR § 649.33 (partly read)',
    `${REGULATIONS}/section-64933-derivative-victims-eligible-for-support-loss`,
  ),
  'calvcb-trafficking-sheet': secondary(
    'CalVCB, Help for Victims of Trafficking (undated sheet, about 2013)',
    'https://zh.scribd.com/document/252478937/Help-for-Victims-of-Trafficking',
  ),
  'gov-13973': statute('Gov. Code § 13973', `${SELF_LAW}/13973`),

  // Help lines
  'hotline-national': agency('National Human Trafficking Hotline', 'https://humantraffickinghotline.org/about-us/what-we-do'),
  'hotline-cast': agency('CAST, Los Angeles: 24-hour hotline', 'castla.org'),
  'hotline-lists': secondary('Public lists of help lines, August 2026', 'https://github.com/paradox-cm/mmip'),
  '211-lines': secondary('211 Santa Barbara County', 'https://211santabarbaracounty.org/211-service/211sofcali-55227775'),
  '1800victims': secondary('1-800-VICTIMS', 'https://1800victims.org'),

  /** For choices of this program that no law asks for. */
  'house-choice': notVerified('A choice of this program, not law', null),
} as const satisfies Record<string, Citation>

/** Key of one source. */
export type CitationId = keyof typeof CITATIONS

/** Whether the point was read at any source. Where it was not, every page and sheet that shows it must say "not verified". */
export function isVerified(id: CitationId): boolean {
  return CITATIONS[id].confidence !== 'not-verified'
}
