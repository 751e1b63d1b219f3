import type { Citation } from './citation.ts'

/** Sources of the state minimum wage, one for each copy that was read. */
const checkedOn = '2026-11-23'

export const WAGE_CITATIONS = {
  'wage-history': {
    text: 'California minimum wage, Department of Industrial Relations table (reprint)',
    source: 'https://www.kingsleykingsley.com/blog/2014/january/history-of-california-minimum-wage',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-sb-3': {
    text: 'California minimum wage, SB 3 (2016) schedule (quoted)',
    source: 'https://klinedinstlaw.com/employment-law/california-15-minimum-wage-2022',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-2017-small': {
    text: 'California minimum wage 2017, employers with 25 or fewer employees',
    source: 'https://www.chugh.net/californias-15-per-hour-minimum-wage-schedule/',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-2019': {
    text: 'California minimum wage 2019, Department of Industrial Relations release (reprint)',
    source:
      'https://www.villagenews.com/story/2018/12/06/regional/californias-minimum-wage-to-increase-to-11-and-12-per-hour-on-jan-1/54846.html',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-dir-2019-94': {
    text: 'Department of Industrial Relations, release 2019-94',
    source: 'https://www.dir.ca.gov/DIRNews/2019/2019-94.html',
    confidence: 'agency',
    checkedOn,
  },
  'wage-dir-2023-66': {
    text: 'Department of Industrial Relations, release 2023-66',
    source: 'https://www.dir.ca.gov/DIRNews/2023/2023-66.html',
    confidence: 'agency',
    checkedOn,
  },
  'wage-2025': {
    text: 'California minimum wage 2025 (several sources agree)',
    source: 'https://www.lewitthackman.com/?p=12109',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-2026': {
    text: 'California minimum wage 2026, Department of Finance letter of 2025-08-01 (reported)',
    source: 'https://thehdpost.com/2025/08/04/california-to-boost-minimum-wage-in-2026',
    confidence: 'secondary',
    checkedOn,
  },
  'wage-2027': {
    text: 'California minimum wage from 2027-01-01 (rate not found)',
    source: null,
    confidence: 'not-verified',
    checkedOn,
  },
} as const satisfies Record<string, Citation>
